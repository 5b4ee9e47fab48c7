/**
 * One paragraph → what each of its numbers is: an amount and its subject, a change and what it is compared with,
 * a share, a count. By the grammar of such texts alone; which fact it is of is found out later.
 */
import type { Stage } from '../../domain/declarations.ts';
import type { NumberAt, Piece } from './piece.ts';

export type Measure = 'amount' | 'change' | 'growth' | 'share' | 'completion' | 'count';

export interface Comparison {
  /** As printed: 上年执行数, 2020年度. */
  readonly basis: string;
  /** As printed; undefined for 上年 and the like. */
  readonly year?: number;
  readonly stage?: Stage;
}

export interface ItemPath {
  readonly names: readonly [string, string, string];
}

export interface Reading {
  readonly measure: Measure;
  /** Absent for “持平”, which prints no number. */
  readonly number?: NumberAt;
  /** With its sign. */
  readonly value: string;
  readonly unit: string;
  /** The words of the clause before the number, without verbs. */
  readonly subject: string;
  /** 类, 款 and 项 that the sentence is about. */
  readonly item?: Pick<ItemPath, 'names'>;
  /** The item is named right here, not further up. */
  readonly namesItem?: boolean;
  readonly compared?: Comparison;
  /** “各减少”: of this many amounts before it. */
  readonly each?: boolean;
  /** Of a share: the whole as printed. */
  readonly whole?: string;
  /** Year and stage that the clause names: 2023年当年预算执行数. */
  readonly year?: number;
  readonly stage?: Stage;
  readonly basis?: string;
  /** Introduced by 其中 or 包括: a part of the amount before the list. */
  readonly part: boolean;
  /** What the sentence says before it, and what follows the number and its unit. */
  readonly sentence: string;
  readonly after: string;
  /** How many brackets it stands in: a share after a bracket is of what stood before it. */
  readonly depth: number;
}

const AMOUNT = /^(?:亿元|万元|千元|元)(?!(?:（含）|\(含\))?(?:以上|以下|及以上))/;
const COUNT = /^余?(?:辆|台（套）|台\(套\)|台\/套|台|套|平方米|个|人次|人|名|家|团组|批次|批|项|户|分)(?!月|季)/;
const CHANGE =
  /(?:各|均|共|同比)*(增加|减少|增长|下降|压减|压缩|上升|降低|提高|节约|减|增)(?:（(?:增加|减少|增长|下降|持平)[^）]*）)?(?:了|额|额为|为)?$/;
const DOWN = /减|下降|降低|压|节约/;
const PATH = /[“"]?([^，。；：、“”（）]{2,24})（类）([^，。；：“”]{2,30}?)（[款类]）([^，。；：“”]{2,40}?)（[项款]）/g;
const TIME = '(?:上年|去年|上一年|(?:19|20)\\d{2}年)(?:度)?(?:同期)?';
/** Which figure of that year: 预算执行数, 调整后预算, 年初预算数. */
const FIGURE = '(?:(?:当年|年初|调整后|部门|一般公共预算)*(?:收入|支出)?(?:预算执行|预算|决算|执行|完成)(?:数|额)?)?';
const COMPARED = new RegExp(`(?:比|较|与|同)(${TIME}${FIGURE})(?:相比|对比|比较|比)?`, 'g');
const FLAT = new RegExp(`(?:比|较|与|同)(${TIME}${FIGURE})(?:数)?(?:相比|对比|比较)?[，,]?(?:基本)?持平`, 'g');

/** `above` is the item that the text before spoke of, where a page parted a paragraph. */
export function readClauses(piece: Piece, above?: ItemPath['names']): readonly Reading[] {
  const text = piece.text.replaceAll('(', '（').replaceAll(')', '）');
  const readings: Reading[] = [];
  let from = 0;
  let item = above;
  let compared: Comparison | undefined;
  for (const at of piece.numbers) {
    const { number } = at;
    if (at.at < from) continue;
    const after = text.slice(at.at + number.text.length);
    const lead = text.slice(from, at.at);
    const sentence = text.slice(text.lastIndexOf('。', at.at - 1) + 1, at.at);
    const percent = number.text.endsWith('%');
    const unit = percent ? '%' : (AMOUNT.exec(after)?.[0] ?? COUNT.exec(after)?.[0]);
    if (unit === undefined) continue;
    for (const flat of lead.matchAll(FLAT)) readings.push(flatReading(flat[1] ?? '', item));
    const paths = [...lead.matchAll(PATH)];
    const path = paths.at(-1);
    if (path) item = [path[1] ?? '', path[2] ?? '', path[3] ?? ''];
    const comparison = [...lead.matchAll(COMPARED)].at(-1);
    if (comparison) compared = comparisonOf(comparison[1] ?? '');
    const clause = lastClause(path ? lead.slice(path.index + path[0].length) : lead);
    const value = percent ? number.text.slice(0, -1).trim() : number.text;
    const common = {
      number: at,
      unit: percent ? '%' : unit,
      sentence,
      part: /其中|包括|分别/.test(sentence),
      after: after.slice(percent ? 0 : unit.length),
      depth: depthOf(text.slice(0, at.at)),
    };
    const change = CHANGE.exec(lead);
    if (change && AMOUNT.test(percent ? '' : after) && compared) {
      readings.push({
        ...common,
        ...itemOf(item),
        measure: 'change',
        value: signed(value, change[1]),
        subject: changeSubject(clause),
        compared,
        each: /各|均/.test(change[0]),
      });
    } else if (change && percent && compared) {
      const each = readings.at(-1)?.each ?? /各|均/.test(change[0]);
      readings.push({
        ...common,
        ...itemOf(item),
        measure: 'growth',
        value: signed(value, change[1]),
        subject: changeSubject(clause),
        compared,
        each,
      });
    } else if (percent) {
      const share = /占(.{0,40}?)的?(?:比重|比例)?(?:为|是|约|达)?$/.exec(lastOf(lead, /占/));
      const completion = /完成(.{0,20}?)的?(?:比例)?(?:为)?$/.exec(lastOf(lead, /完成/));
      if (share && !/[。；]/.test(lastOf(lead, /占/)))
        readings.push({
          ...common,
          ...itemOf(item),
          measure: 'share',
          value,
          subject: /([^，。；：（）]*)占[^，。；：]*$/.exec(lead)?.[1] ?? '',
          whole: share[1] ?? '',
        });
      else if (completion)
        readings.push({ ...common, ...itemOf(item), measure: 'completion', value, subject: '', whole: completion[1] ?? '' });
      else continue;
    } else if (AMOUNT.test(after)) {
      readings.push({ ...common, ...itemOf(item, path !== undefined), measure: 'amount', value, subject: clause, ...timeOf(clause) });
    } else {
      readings.push({
        ...common,
        measure: 'count',
        value,
        unit: unit.replace(/台[(/]套\)?/, '台（套）').replace('余', ''),
        subject: clause,
        ...timeOf(text.slice(0, at.at)),
      });
    }
    from = at.at + number.text.length + (percent ? 0 : unit.length);
  }
  for (const flat of text.slice(from).matchAll(FLAT)) readings.push(flatReading(flat[1] ?? '', item));
  return readings;
}

function itemOf(names: ItemPath['names'] | undefined, namesItem = false): Pick<Reading, 'item' | 'namesItem'> {
  return names ? { item: { names }, ...(namesItem ? { namesItem } : {}) } : {};
}

function flatReading(basis: string, names: ItemPath['names'] | undefined): Reading {
  return {
    measure: 'change',
    value: '0',
    unit: '',
    subject: '',
    compared: comparisonOf(basis),
    ...itemOf(names),
    part: false,
    sentence: '',
    after: '',
    depth: 0,
  };
}

function signed(value: string, word = ''): string {
  return DOWN.test(word) && !/^-/.test(value) && !/^0+(\.0+)?$/.test(value) ? `-${value}` : value;
}

function comparisonOf(printed: string): Comparison {
  const basis = printed.replace(/(?:支出|收入)$/, '');
  const year = /((?:19|20)\d{2})年/.exec(basis)?.[1];
  const stage = stageOf(basis);
  return { basis, ...(year ? { year: Number(year) } : {}), ...(stage ? { stage } : {}) };
}

function depthOf(before: string): number {
  return Math.max(0, [...before.matchAll(/（/g)].length - [...before.matchAll(/）/g)].length);
}

/** 执行 before 预算: 预算执行数 is what was executed. */
export function stageOf(words: string): Stage | undefined {
  if (/执行|决算|完成数/.test(words)) return 'executed';
  if (/调整/.test(words)) return 'adjusted';
  return /预算|年初/.test(words) ? 'approved' : undefined;
}

/** 截至2022年12月31日: what is there on that day. */
export function asOfDate(text: string): Required<Pick<Reading, 'year' | 'stage' | 'basis'>> | undefined {
  const found = [...text.matchAll(/截[至止]((?:19|20)\d{2})年\d{1,2}月(?:\d{1,2}日|底)/g)].at(-1);
  return found && { year: Number(found[1]), stage: 'executed', basis: found[0] };
}

function timeOf(clause: string): Pick<Reading, 'year' | 'stage' | 'basis'> {
  const year = /((?:19|20)\d{2})年/.exec(clause)?.[1];
  const basis =
    /((?:(?:19|20)\d{2}年)?(?:当年)?(?:预算执行数?|支出决算数?|决算数|执行数|年初预算数?|调整后?预算数?|预算数))(?:为|是)?$/.exec(
      clause,
    )?.[1];
  const asOf = asOfDate(clause);
  if (asOf) return asOf;
  const stage = basis && stageOf(basis);
  return { ...(year ? { year: Number(year) } : {}), ...(stage ? { stage, basis } : {}) };
}

/** What stands after the last mark that parts clauses; marks inside brackets that only explain a name do not part. */
function lastClause(lead: string): string {
  let depth = 0;
  for (let index = lead.length - 1; index >= 0; index -= 1) {
    const character = lead[index] ?? '';
    if (character === '）') depth += 1;
    else if (character === '（') depth -= 1;
    if (depth < 0) return lead.slice(index + 1).replace(/^其中[，：]?/, '');
    if (depth === 0 && /[，。；：,;]/.test(character)) return lead.slice(index + 1);
  }
  return lead;
}

function changeSubject(clause: string): string {
  return clause.replace(CHANGE, '').replace(/(?:比|较|与|同)(?:上年|去年|上一年|(?:19|20)\d{2}年).*$/, '');
}

function lastOf(text: string, word: RegExp): string {
  const at = [...text.matchAll(new RegExp(word, 'g'))].at(-1)?.index;
  return at === undefined ? '' : text.slice(at);
}
