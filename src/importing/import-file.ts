/** A published file → the draft of a disclosure, checked by the archive's own rules. Nothing is written here. */

import { compileArchive } from '../archive/compile.ts';
import { observationsOf } from '../archive/observations.ts';
import type { DisclosureType } from '../domain/declarations.ts';
import { kindInYear } from '../reading/facts.ts';
import type { ArchiveFiles } from '../reading/files.ts';
import { readArchive } from '../reading/read-archive.ts';
import type { CodedRule } from '../rules/rule.ts';
import { type SourceFacts, statementFiles, tableFile, tableFiles } from './draft/compile-draft.ts';
import type { Draft, DraftNotice, PlacedFinding, Target } from './draft/draft.ts';
import { type Part, partOf } from './part-of-file.ts';
import { accountFor } from './recognise/accounting.ts';
import { personalPlaces } from './recognise/personal.ts';
import type { Piece, SourceNumber } from './recognise/piece.ts';
import { classificationsOf, type Recognised, recognise } from './recognise/recognise.ts';
import { textParagraphs } from './recognise/sections.ts';
import { type DocumentInFile, severalDocuments, unitsWithin } from './recognise/several-documents.ts';
import { type DraftStatement, draftStatements } from './recognise/statements.ts';
import { tableTitle } from './recognise/titles.ts';
import type { SourceDocument } from './source-document.ts';

export interface Import {
  readonly unit: string;
  readonly year: number;
  readonly type: DisclosureType;
  /** Which replacement of the first publication, from 2. */
  readonly revision?: number;
  readonly profile?: string;
  /** What of the file is the document, where the file holds more. */
  readonly part?: Part;
}

/** Why no draft is made, in plain words. */
export interface Refusal {
  readonly refusal: string;
}

export function targetOf({ unit, year, type, revision }: Import): Target {
  return { unit, id: `${year}-${type}${revision ? `-r${revision}` : ''}` };
}

export function importDocument(
  file: SourceDocument,
  notices: readonly DraftNotice[],
  wanted: Import,
  source: SourceFacts & { readonly name: string },
  archive: ArchiveFiles,
  rules: ReadonlyMap<string, CodedRule>,
): Draft | Refusal {
  const target = targetOf(wanted);
  const around = filesAround(archive, target);
  const read = readArchive(around);
  const unit = read.units.get(wanted.unit);
  if (!unit) return { refusal: `档案里没有“${wanted.unit}”这个单位。先建它：npm run new -- unit ${wanted.unit}` };
  if (wanted.profile !== undefined && !read.profiles.has(wanted.profile)) {
    return { refusal: `没有“${wanted.profile}”这个编制规范。现有：${[...read.profiles.keys()].sort().join('、') || '（无）'}。` };
  }
  const unitNames = [
    unit.fields.name,
    ...(unit.fields.shortName ? [unit.fields.shortName] : []),
    ...unit.fields.aliases,
    ...unit.fields.formerNames,
  ];
  const document = partOf(file, wanted.part ?? {});
  if ('refusal' in document) return document;
  const usual = read.disclosures.findLast(({ unit: owner, id }) => owner === wanted.unit && id !== target.id)?.fields.profile;
  const recognised = recognise(document, {
    kinds: new Map([...read.kinds].map(([id, kind]) => [id, kindInYear(kind, wanted.year, read.facts)])),
    profiles: read.profiles,
    classifications: read.classifications,
    unitNames,
    year: wanted.year,
    type: wanted.type,
    ...(wanted.profile ? { profile: wanted.profile } : {}),
    ...(usual ? { usualProfile: usual } : {}),
  });

  const tables = tableFiles(target, recognised, source);
  const drafted = readArchive(withFiles(around, tables)).disclosures.find(
    ({ unit: owner, id }) => owner === target.unit && id === target.id,
  );
  const facts = drafted ? observationsOf(drafted, read.profiles) : [];
  const paragraphs = textParagraphs(recognised.passages, unitNames);
  const statements = draftStatements(paragraphs, {
    year: wanted.year,
    type: wanted.type,
    unitNames,
    classifications: classificationsOf({ classifications: read.classifications, year: wanted.year }, recognised.profile),
    facts,
    tables: drafted?.tables ?? [],
    scales: read.facts.scales,
  });
  const several = severalDocuments(recognised.tables, recognised.printed, recognised.passages, unitNames);
  if (several.length > 1 && !wanted.part) return { refusal: severalInWords(several) };
  const refusal = notWhatWasSaid(recognised, statements, wanted);
  if (refusal) return { refusal };

  const said = commonestYear(recognised);
  const doubtedYear: DraftNotice[] =
    said !== undefined && said !== wanted.year
      ? [{ code: 'other-year', message: `标题里多是 ${said} 年，导入时写的是 ${wanted.year} 年。请核对 --year。` }]
      : [];
  const mixed: DraftNotice[] =
    several.length > 1
      ? [{ code: 'several-documents', message: `指定的部分里仍像有 ${several.length} 份文件，请核对每张表是哪一份的。` }]
      : [];
  const ofUnits = recognised.tables.flatMap((table): DraftNotice[] => {
    const units = unitsWithin(table);
    if (units.length === 0) return [];
    const named = `${units.slice(0, 4).join('、')}${units.length > 4 ? '等' : ''}`;
    const message = `“${table.title}”一张表里有 ${units.length} 个单位的行（${named}），同一个科目不止一行。是部门的文件，就作为部门的来用；只要一个单位的，在 Excel 里留下它的行，另存后再导入。`;
    return [{ code: 'several-units', message }];
  });
  const files = { ...tables, ...statementFiles(target, recognised, source, statements, facts) };
  const compiled = compileArchive(withFiles(around, files), rules);
  const disclosure = compiled.disclosures.get(`${target.unit}/${target.id}`);
  const own = compiled.findings.filter(({ place }) => Object.hasOwn(files, place.file));
  const checks: Record<string, number> = {};
  for (const { verdict } of disclosure?.checks ?? []) checks[verdict] = (checks[verdict] ?? 0) + 1;
  const { printed } = recognised;
  return {
    target,
    form: document.form,
    sourceFile: source.name,
    notices: [...notices, ...doubtedYear, ...mixed, ...ofUnits],
    recognised,
    statements,
    accounting: accountFor(printed.pieces.numbers, {
      cells: numbersIn(recognised.tables.flatMap(({ rows }) => rows.flatMap((row) => row.map(({ piece }) => piece)))),
      statements: statements.flatMap(({ number }) => (number ? [number.number] : [])),
      texts: numbersIn(recognised.tables.flatMap(({ texts }) => texts)),
      margins: numbersIn(printed.margins),
      personal: numbersIn(printed.personal.flatMap(({ piece }) => piece ?? [])),
    }),
    personal: [
      ...printed.personal.map(({ found, place }) => ({ found, place })),
      ...personalPlaces([
        ...recognised.passages.map(({ piece }) => piece),
        ...recognised.tables.flatMap(({ rows }) => rows.flatMap((row) => row.map(({ piece }) => piece))),
      ]),
    ],
    files,
    findings: own.map((finding) => placed(finding, target, recognised, statements)),
    checks,
  };
}

function* numbersIn(pieces: Iterable<Piece>): Iterable<SourceNumber> {
  for (const { numbers } of pieces) for (const { number } of numbers) yield number;
}

/** Declarations, units and the unit's own documents: other units' do not matter to a draft, and may be thousands. */
function filesAround(archive: ArchiveFiles, { unit, id }: Target): ArchiveFiles {
  const paths = archive.paths.filter((path) => {
    const [, owner, document] = /^(?:content|data)\/disclosures\/([^/]+)\/([^/.]+)/.exec(path) ?? [];
    return owner === undefined || (owner === unit && document !== id);
  });
  const known = new Set(paths);
  return { paths, has: (path) => known.has(path), read: (path) => archive.read(path) };
}

function withFiles(base: ArchiveFiles, files: Readonly<Record<string, string>>): ArchiveFiles {
  const paths = [...new Set([...base.paths, ...Object.keys(files)])].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const encoder = new TextEncoder();
  return {
    paths,
    has: (path) => Object.hasOwn(files, path) || base.has(path),
    read: (path) => (Object.hasOwn(files, path) ? encoder.encode(files[path]) : base.read(path)),
  };
}

/** The year that titles of tables and the document itself name most often. */
function commonestYear({ tables, title, titleGuessed, passages }: Recognised): number | undefined {
  const titles = [...tables.map((table) => table.title), ...(titleGuessed ? passages.slice(0, 5).map(({ piece }) => piece.text) : [title])];
  const counts = new Map<number, number>();
  for (const [, year] of titles.join(' ').matchAll(/((?:19|20)\d{2})\s*年/g)) counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
}

/** More than a notice that mentions money has. */
const MANY_AMOUNTS = 20;

const BUDGETS: readonly DisclosureType[] = ['budget', 'final-accounts', 'adjustment'];
const WORDS: Readonly<Record<DisclosureType, string>> = {
  budget: '预算',
  'final-accounts': '决算',
  assessment: '考核',
  adjustment: '预算调整',
};

const MOST_NAMED = 12;

/** What is in the file, and what to type for each. */
function severalInWords(several: readonly DocumentInFile[]): string {
  const lines = several.slice(0, MOST_NAMED).map(({ type, pages, sheets, tables, unit }) => {
    const option = sheets
      ? `--sheets ${sheets.map((sheet) => (/\s/.test(sheet) ? `"${sheet}"` : sheet)).join(',')}`
      : `--pages ${pages?.join('-')}`;
    const whose = [type ? WORDS[type] : '', unit ?? ''].filter((word) => word !== '').join('，');
    const named = `${tables.slice(0, 2).join('、')}${tables.length > 2 ? ' 等' : ''} ${tables.length} 张表`;
    return `  ${option}${type ? ` --type ${type}` : ''}　${whose ? `${whose}：` : ''}${named}`;
  });
  const more = several.length > MOST_NAMED ? [`  …… 还有 ${several.length - MOST_NAMED} 份`] : [];
  return [`这个文件里有 ${several.length} 份，混在一起会分不清，没有写草稿。请一份一份导入，各加：`, ...lines, ...more].join('\n');
}

/** A file that is something else than was said. */
function notWhatWasSaid({ tables, passages }: Recognised, statements: readonly DraftStatement[], { type }: Import): string | undefined {
  const fitting = tables.filter(
    ({ kind, title, state, columns, rows }) =>
      kind?.columns.some(({ role }) => role === 'amount') ||
      (!kind && state === 'printed' && /预算|决算|收支|收入|支出|经费/.test(title) && columns.length * rows.length > 0),
  );
  // Tables whose cells the file does not show: their figures are listed, and a person places them.
  const amounts = passages.reduce(
    (total, { piece }) => total + piece.numbers.filter(({ number }) => /\d\.\d\d$/.test(number.text)).length,
    0,
  );
  const titled = passages.some(({ piece }) => /收支|收入|支出|经费/.test(tableTitle(piece.text) ?? ''));
  if (titled && amounts >= MANY_AMOUNTS) return undefined;
  if (!BUDGETS.includes(type) || fitting.length > 0 || statements.filter(({ measure }) => measure === 'amount').length >= 5)
    return undefined;
  const start = passages
    .map(({ piece }) => piece.text.replace(/\s+/g, ''))
    .filter((text) => text.length > 5)
    .slice(0, 2)
    .join('　');
  if (start === '')
    return `文件里几乎没有文字，读不出${WORDS[type]}。它可能是要登录才能看的网页，或者是下载页，不是原件。请打开看一眼，重新取得。`;
  const looks = /考核|评分|细则/.test(passages.map(({ piece }) => piece.text).join(''))
    ? '看来是考核办法一类的文件，可以试 --type assessment。'
    : '请核对文件，或者换一个 --type。';
  return `这份文件不像${WORDS[type]}：没有认出一张${WORDS[type]}表，文字里也没有${WORDS[type]}金额。开头是“${start.slice(0, 60)}”。${looks}`;
}

/** A finding about a draft's file is about a place on paper. */
function placed(
  finding: PlacedFinding['finding'],
  target: Target,
  { tables }: Recognised,
  statements: readonly DraftStatement[],
): PlacedFinding {
  const { file, line, field } = finding.place;
  if (line === undefined) return { finding };
  const table = tables.find(({ id }) => tableFile(target, id) === file);
  const row = table?.rows[line - 2];
  const cell = row?.[(field ?? 1) - 1]?.piece.place;
  const place = cell && Object.keys(cell).length > 0 ? cell : row?.find(({ piece }) => Object.keys(piece.place).length > 0)?.piece.place;
  if (place) return { finding, source: place };
  if (table) return { finding, source: table.place };
  const statement = file === tableFile(target, 'statements') ? statements[line - 2] : undefined;
  return statement ? { finding, source: statement.number?.number.place ?? statement.piece.place } : { finding };
}
