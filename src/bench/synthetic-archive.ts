/**
 * A large archive for measuring, clearly labelled as made up: the shape of the real unit budgets (ten tables,
 * codes, lengths of text, three years a unit), figures from a seeded generator, every identity satisfied. Long, because
 * the heads of ten tables are.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Classification } from '../domain/declarations.ts';
import { filesOnDisk } from '../reading/files.ts';
import { readArchive } from '../reading/read-archive.ts';
import { Random } from './random.ts';

const YEARS_PER_UNIT = 3;
const LAST_YEAR = 2024;
const NOTICE = '本页为性能测试而编造，不是任何单位的真实预算。';

/** Writes about `disclosures` unit budgets below `out`, with the declarations of the archive at `declarations`. */
export function writeSyntheticArchive(out: string, disclosures: number, declarations: string, seed = 1): void {
  rmSync(out, { recursive: true, force: true });
  for (const folder of ['table-kinds', 'profiles', 'classifications'])
    cpSync(join(declarations, 'data', folder), join(out, 'data', folder), { recursive: true });
  // The years of the made-up disclosures go further back than those of the real ones.
  const profile = join(out, 'data/profiles/zhejiang-unit-budget.json');
  const declared = JSON.parse(readFileSync(profile, 'utf8')) as object;
  write(profile, JSON.stringify({ ...declared, years: [LAST_YEAR - YEARS_PER_UNIT + 1, LAST_YEAR] }));
  cpSync(join(declarations, 'content/glossary'), join(out, 'content/glossary'), { recursive: true });
  cpSync(join(declarations, 'data/regions.csv'), join(out, 'data/regions.csv'));
  const facts = JSON.parse(readFileSync(join(declarations, 'data/archive.json'), 'utf8')) as { language: string };
  write(
    join(out, 'data/archive.json'),
    // In one language: the generators that it is measured against write each page once.
    JSON.stringify({ ...facts, title: { zh: '测试用假档案', en: 'Synthetic archive for measurements' }, languages: [facts.language] }),
  );
  const read = readArchive(filesOnDisk(declarations));
  const functional = read.classifications.get('functional/2023');
  const economic = read.classifications.get('economic/2023');
  if (!functional || !economic) throw new Error('the declarations lack functional/2023 or economic/2023');
  const regions = [...read.regions.values()].filter(({ code }) => !code.endsWith('00')).map(({ code }) => code);
  const units = Math.ceil(disclosures / YEARS_PER_UNIT);
  for (let index = 0; index < disclosures; index += 1) {
    const number = Math.floor(index / YEARS_PER_UNIT) + 1;
    const id = `synthetic-${String(number).padStart(String(units).length, '0')}`;
    const name = `测试第${number}号服务中心`;
    const random = new Random(seed * 1_000_003 + index);
    const year = LAST_YEAR - (index % YEARS_PER_UNIT);
    if (index % YEARS_PER_UNIT === 0) {
      write(join(out, `content/units/${id}.mdx`), `---\nname: ${name}\nregion: "${regions[number % regions.length]}"\n---\n\n${NOTICE}\n`);
    }
    writeDisclosure(out, id, name, year, random, functional, economic);
  }
}

/** One figure that stands in no sum, in a document of the middle: the archive stays without errors. */
export function changeOneCell(archive: string): void {
  const documents = filesOnDisk(archive).paths.filter((path) => path.endsWith('/statements.csv'));
  const file = join(archive, documents[Math.floor(documents.length / 2)] ?? '');
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(
    /^(vehicles,[^,]*,[^,]*,count,)(\d+)/m,
    (_, before: string, count: string) => `${before}${Number(count) + 1}`,
  );
  if (changed === text) throw new Error(`${file} states no vehicles`);
  write(file, changed);
}

interface Line {
  readonly code: string;
  readonly name: string;
  /** In hundredths of 万元. */
  readonly personnel: number;
  readonly operating: number;
  readonly project: number;
}

function writeDisclosure(
  out: string,
  unit: string,
  name: string,
  year: number,
  random: Random,
  functional: Classification,
  economic: Classification,
): void {
  const leaves = random
    .choose(
      [...functional.codes.values()].filter(({ code }) => code.length === 7),
      random.integer(8, 16),
    )
    .map(
      ({ code, label }): Line => ({
        code,
        name: label,
        personnel: random.integer(0, 30000),
        operating: random.integer(0, 4000),
        project: random.integer(0, 1) * random.integer(0, 20000),
      }),
    );
  const lines = withAncestors(leaves, functional);
  const total = sumOf(leaves);
  const all = total.personnel + total.operating + total.project;
  const basic = total.personnel + total.operating;
  const folder = join(out, `data/disclosures/${unit}/${year}-budget`);
  const csv = (table: string, rows: readonly (readonly string[])[]): void =>
    write(join(folder, `${table}.csv`), rows.map((row) => `${row.join(',')}\n`).join(''));
  const row = (line: Line, ...cells: number[]): string[] => [line.code, line.name, ...cells.map(blankZero)];
  const totalLine = { code: '', name: '合计', ...total };
  const whole = (line: Line): number => line.personnel + line.operating + line.project;

  const balance = (extra: readonly string[][]): string[][] => [
    ['方向', '项目', '预算数'],
    ['收入', '一、财政拨款', money(all)],
    ['收入', '一般公共预算', money(all)],
    ['收入', '政府性基金预算', ''],
    ['收入', '国有资本经营预算', ''],
    ...extra,
    ['收入', '本年收入合计', money(all)],
    ['收入', '收入总计', money(all)],
    ...lines.map((line) => ['支出', line.name, blankZero(whole(line))]),
    ['支出', '支出总计', money(all)],
  ];
  csv('revenue-expenditure', balance([['收入', '三、事业收入', '']]));
  csv('appropriation', balance([]));
  csv('expenditure', [
    [
      '科目编码',
      '科目名称',
      '总计',
      '基本支出/人员支出',
      '基本支出/公用经费',
      '项目支出',
      '事业单位经营支出',
      '上缴上级支出',
      '对附属单位补助支出',
    ],
    ...[totalLine, ...lines].map((line) => [...row(line, whole(line), line.personnel, line.operating, line.project), '', '', '']),
  ]);
  csv('general-public-budget', [
    ['科目编码', '科目名称', '合计', '基本支出/小计', '基本支出/人员经费', '基本支出/公用经费', '项目支出'],
    ...[totalLine, ...lines].map((line) =>
      row(line, whole(line), line.personnel + line.operating, line.personnel, line.operating, line.project),
    ),
  ]);
  csv('basic-expenditure', [
    [
      '经济分类科目/科目编码',
      '经济分类科目/科目名称',
      '本年一般公共预算基本支出/合计',
      '本年一般公共预算基本支出/人员经费',
      '本年一般公共预算基本支出/公用经费',
    ],
    ['', '合计', money(basic), blankZero(total.personnel), blankZero(total.operating)],
    ...economicRows('301', total.personnel, 0, random, economic),
    ...economicRows('302', total.operating, 1, random, economic),
  ]);
  const reception = random.integer(0, 500);
  const abroad = random.integer(0, 1000);
  const threePublic = [reception + abroad, abroad, 0, 0, 0, reception].map(blankZero);
  csv('three-public', [
    [
      '单位名称',
      '“三公”经费合计',
      '因公出国(境)费用',
      '公务用车购置及运行费/小计',
      '公务用车购置及运行费/公务用车购置费',
      '公务用车购置及运行费/公务用车运行维护费',
      '公务接待费',
    ],
    ['合计', ...threePublic],
    [name, ...threePublic],
  ]);
  csv('government-fund', [
    ['科目编码', '科目名称', '本年政府性基金预算支出/合计', '本年政府性基金预算支出/基本支出', '本年政府性基金预算支出/项目支出'],
    ['', '合计', '', '', ''],
  ]);
  csv('state-capital', [
    ['科目编码', '科目名称', '项目支出'],
    ['', '合计', ''],
  ]);
  const projects = split(total.project, random.integer(2, 8), random);
  csv('projects', [
    ['单位名称', '项目名称', '总计', '一般公共预算', '政府性基金', '国有资本经营预算', '财政专户管理资金', '单位资金'],
    ['', '合计', blankZero(total.project), blankZero(total.project), '', '', '', ''],
    ...projects.map((amount, index) => [name, `测试项目第${index + 1}号`, money(amount), money(amount), '', '', '', '']),
  ]);
  csv('revenue', [
    ['单位名称', '总计', '本年收入/小计', '本年收入/一般公共预算', ...REVENUE_REST],
    ...['合计', name].map((label) => [label, money(all), money(all), money(all), ...REVENUE_REST.map(() => '')]),
  ]);
  write(
    join(folder, 'statements.csv'),
    `id,section,subject,measure,value,unit,year,stage,basis,direction,fund,classification,code,use,cell,of,parts
total,二（三）,支出预算,amount,${money(all)},万元,,,,,,,,,expenditure.total.total,,
personnel,二（三）,人员支出,amount,${money(total.personnel)},万元,,,,,,,,,expenditure.total.personnel,,
vehicles,二（十）,公务用车,count,${random.integer(0, 5)},辆,,,,,,indicator,vehicles,,,,
`,
  );
  write(join(out, `content/disclosures/${unit}/${year}-budget.mdx`), document(name, year, leaves));
}

const REVENUE_REST = [
  ...[
    '政府性基金预算',
    '国有资本经营预算',
    '财政专户管理资金',
    '事业收入',
    '事业单位经营收入',
    '上级补助收入',
    '附属单位上缴收入',
    '其他收入',
  ].map((label) => `本年收入/${label}`),
  ...['小计', '一般公共预算', '政府性基金预算', '国有资本经营预算', '专户资金结转结余', '单位资金结转结余'].map(
    (label) => `上年结转结余/${label}`,
  ),
];

const TABLES = [
  'revenue-expenditure',
  'revenue',
  'expenditure',
  'appropriation',
  'general-public-budget',
  'basic-expenditure',
  'three-public',
  'government-fund',
  'state-capital',
  'projects',
];

function document(name: string, year: number, leaves: readonly Line[]): string {
  const entries = TABLES.map(
    (id) =>
      `  - id: ${id}\n    title: ${year}年${id}\n${id === 'government-fund' || id === 'state-capital' ? '    state: empty\n    statement: 没有安排的支出，故本表无数据。\n' : ''}`,
  ).join('');
  const uses = leaves
    .map(
      ({ code, name: label }) =>
        `“${label}”安排 <Figure table="expenditure" row="${code}" column="total" />，主要用于保障日常运转和服务管理。`,
    )
    .join('\n\n');
  return `---
title: ${name}${year}年单位预算
profile: zhejiang-unit-budget
scope: unit
currency: CNY
scale: 万元
source:
  form: text
tables:
${entries}---

${NOTICE}

## 收支总体情况

${year} 年，${name}计划收入和支出各 <Figure table="expenditure" row="total" column="total" />，收支相等，全部来自一般公共预算。

## 支出

人员支出 <Statement id="personnel" />，公务用车 <Statement id="vehicles" />。

${uses}
`;
}

function withAncestors(leaves: readonly Line[], { codes }: Classification): Line[] {
  const lines = new Map<string, Line>();
  for (const length of [3, 5]) {
    for (const [code, members] of Map.groupBy(leaves, (leaf) => leaf.code.slice(0, length)))
      lines.set(code, { code, name: codes.get(code)?.label ?? '', ...sumOf(members) });
  }
  for (const leaf of leaves) lines.set(leaf.code, leaf);
  return [...lines.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

function economicRows(parent: string, total: number, column: 0 | 1, random: Random, { codes }: Classification): string[][] {
  if (total === 0) return [];
  const children = random.choose(
    [...codes.values()].filter(({ code }) => code.length === 5 && code.startsWith(parent)),
    random.integer(6, 12),
  );
  const cells = (amount: number): string[] => [money(amount), column === 0 ? money(amount) : '', column === 1 ? money(amount) : ''];
  return [
    [parent, codes.get(parent)?.label ?? '', ...cells(total)],
    ...split(total, children.length, random).map((amount, index) => [
      children[index]?.code ?? '',
      children[index]?.label ?? '',
      ...cells(amount),
    ]),
  ];
}

/** `total` in `count` parts that add up to it. */
function split(total: number, count: number, random: Random): number[] {
  const parts = Array.from({ length: count - 1 }, () => Math.floor((total * random.integer(5, 100)) / (100 * count)));
  return [...parts, total - parts.reduce((subtotal, part) => subtotal + part, 0)];
}

function sumOf(lines: readonly Pick<Line, 'personnel' | 'operating' | 'project'>[]): Pick<Line, 'personnel' | 'operating' | 'project'> {
  const add = (key: 'personnel' | 'operating' | 'project'): number => lines.reduce((total, line) => total + line[key], 0);
  return { personnel: add('personnel'), operating: add('operating'), project: add('project') };
}

function money(hundredths: number): string {
  return (hundredths / 100).toFixed(2);
}

function blankZero(hundredths: number): string {
  return hundredths === 0 ? '' : money(hundredths);
}

function write(path: string, content: string): void {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
}
