/** What the money of one year is for: by function, by use, by economic class, 三公 and projects. */
import type { Archive, Observation } from '../domain/archive.ts';
import { compare, isZero } from '../domain/decimal.ts';
import { threePublicName, useName } from '../language/views.zh-CN.ts';
import { digits } from './amount.ts';
import { type Part, partsChart } from './charts.ts';
import { codeHref, codeName } from './code.ts';
import type { Chart, Phrase } from './page.ts';
import { cellHref, matches, partsByCode, partsByUse } from './select.ts';

export interface Composition {
  readonly charts: readonly Chart[];
  readonly absences: readonly Phrase[];
  readonly projects?: Chart;
}

export function composition(archive: Archive, observations: readonly Observation[], total: Observation): Composition {
  const charts: (Chart | undefined)[] = [];
  const absences: Phrase[] = [];
  const coded = (classification: 'functional' | 'economic', parts: readonly Observation[]): Part[] =>
    parts.map((observation) => ({ label: bareName(observation), href: codeHref(classification, observation.code), observation }));

  const functions = partsByCode(observations, total, 'functional', 3);
  charts.push(partsChart('by-function', '按功能：用在哪些事上', '支出功能分类', coded('functional', functions), total.value));
  const uses = partsByUse(observations, total)
    .toSorted((a, b) => compare(b.value, a.value))
    .map((observation) => ({ label: useName(observation.use ?? ''), observation }));
  charts.push(partsChart('by-use', '按用途：人员、公用与项目', '用途', uses, total.value));

  const economic = partsByCode(observations, total, 'economic', 5);
  const basic = observations.find((each) =>
    matches(each, { year: total.year, stage: total.stage, classification: 'economic', code: '', use: 'basic' }),
  );
  const parent = economic[0] && !basic ? parentOf(observations, economic) : undefined;
  const printed = economic[0] && (basic ?? parent);
  const title = parent ? `${codeName(archive, 'economic', parent.code)}：买了什么` : '基本支出：买了什么';
  if (printed) charts.push(partsChart('by-economic-class', title, '部门预算经济分类', coded('economic', economic), printed.value));
  else absences.push([`${total.year} 年的文件没有印出按经济分类的明细，因此看不到基本支出具体买了什么。`]);

  const threePublic = threePublicParts(observations, total);
  if (threePublic === undefined)
    absences.push([`${total.year} 年的文件没有印出`, { term: 'three-public', text: '“三公”经费' }, '的数字。']);
  else if (threePublic.parts.length === 0) {
    absences.push([
      { term: 'three-public', text: '“三公”经费' },
      '为 ',
      { href: cellHref(threePublic.total), text: `${digits(threePublic.total.value)} ${threePublic.total.scale}` },
      `：${total.year} 年没有${total.stage === 'executed' ? '发生' : '安排'}出国、公务用车和公务接待的支出。`,
    ]);
  } else charts.push(partsChart('three-public', '“三公”经费', '项目', threePublic.parts, threePublic.total.value));

  const projects = projectsChart(observations, total);
  return { charts: charts.filter((chart) => chart !== undefined), absences, ...(projects ? { projects } : {}) };
}

/** 三公 total and its parts that are not zero, of general public budget; undefined where none is printed. */
export function threePublicParts(
  observations: readonly Observation[],
  total: Observation,
): { total: Observation; parts: Part[] } | undefined {
  const printed = observations.filter(
    (each) =>
      matches(each, { year: total.year, stage: total.stage, classification: 'three-public', use: undefined }) &&
      each.fund !== 'government-fund',
  );
  const whole = printed.find(({ code }) => code === '');
  if (!whole) return undefined;
  const detailed = new Set(printed.filter(({ code, value }) => code.startsWith('vehicle-') && !isZero(value)).map(({ code }) => code));
  const parts = printed
    .filter(({ code, value }) => code !== '' && !isZero(value) && !(code === 'vehicles' && detailed.size > 0))
    .toSorted((a, b) => compare(b.value, a.value))
    .map((observation) => ({ label: threePublicName(observation.code), observation }));
  return { total: whole, parts };
}

function projectsChart(observations: readonly Observation[], total: Observation): Chart | undefined {
  const listed = observations.filter((each) =>
    matches(each, { year: total.year, stage: total.stage, classification: 'project', direction: 'expenditure' }),
  );
  const [first] = listed.filter(({ code }) => code !== '');
  if (!first) return undefined;
  const table = first.cell.slice(0, first.cell.indexOf('.'));
  const inTable = listed.filter(({ cell, fund }) => cell.startsWith(`${table}.`) && fund === first.fund);
  const whole = inTable.find(({ code, use }) => code === '' && (use === undefined || use === 'project'));
  const parts = inTable
    .filter(({ code, value }) => code !== '' && !isZero(value))
    .toSorted((a, b) => compare(b.value, a.value))
    .map((observation) => ({ label: observation.label, observation }));
  return whole && partsChart('projects', '项目', '项目', parts, whole.value);
}

/** Where a table of parts prints no total of its own: the class that the parts belong to, if they are of one. */
function parentOf(observations: readonly Observation[], parts: readonly Observation[]): Observation | undefined {
  const [first] = parts;
  if (!first || parts.some(({ code }) => code.slice(0, 3) !== first.code.slice(0, 3))) return undefined;
  return observations.find((each) =>
    matches(each, { year: first.year, stage: first.stage, classification: 'economic', code: first.code.slice(0, 3) }),
  );
}

/** Without the head above a column, and the numbering that some tables print: 一、一般公共服务支出. */
function bareName({ label }: Observation): string {
  return label.replace(/^.*\//, '').replace(/^[一二三四五六七八九十]+、/, '');
}
