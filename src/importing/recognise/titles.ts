/** Titles, scales, notes and list entries: the lines that stand around tables. */
import { plainLabel } from '../../reading/labels.ts';
import { plainText } from './piece.ts';

const SCALE = /单位[：:]?(?:人民币)?[（(]?(亿元|万元|千元|元)/;

/** 万元, 元, … as printed beside a table. */
export function printedScale(text: string): string | undefined {
  return SCALE.exec(text.replace(/[\s\u3000]+/g, ''))?.[1];
}

/** A line that says who made the table, in what unit, on which page: nothing of its content. */
export function isTableMargin(text: string): boolean {
  const plain = text.replace(/[\s\u3000]+/g, '');
  return (
    plain === '' ||
    SCALE.test(plain) ||
    /^单位[：:]?$/.test(plain) ||
    /^(万元|元)$/.test(plain) ||
    /^(编制|填报|公开|预算)?(部门|单位)(名称|编码)?[：:（(]/.test(plain) ||
    /^(预算)?(代码|编码)[：:]/.test(plain) ||
    /^\d{3,12}[-－—]?\p{Script=Han}+$/u.test(plain) ||
    isTableNumber(plain) ||
    /^第?\d+页?(\/?共?\d+页?)?$/.test(plain) ||
    /^[-—－]\d+[-—－]$/.test(plain)
  );
}

/** 公开01表, 表1-2, 附件2-1, 财决批复03表, GK06: which table it is of a set, no title. */
function isTableNumber(plain: string): boolean {
  return /^(?:(?:附?表|附件|公开|预算|决算|部门|单位|财决|批复|财预)*[0-9一二三四五六七八九十]{1,3}(?:[-－—][0-9]{1,2})*表?|[A-Z]{1,3}0?\d{1,2}表?)$/.test(
    plain,
  );
}

/** The title that a line is, without what stands around it; undefined where it is a sentence or something else. */
export function tableTitle(text: string): string | undefined {
  const plain = plainText(text)
    .replace(/单位[：:]\s*(亿元|万元|千元|元)\s*$/, '')
    .replace(/[.…·．。]{2,}\s*\(?\d*\)?\s*$/, '')
    .trim();
  if (plain.length > 60 || /[。；，！？]/.test(plain.replace(/[（(][^）)]*[）)]/g, ''))) return undefined;
  if (isTableNumber(plain.replace(/\s/g, ''))) return undefined;
  const bare = withoutOrdinal(plain).replace(/[（(](续|续表|一般项目|\d+年|[^）)]{1,12})[）)]$/, '');
  return /(表|细则|明细)$/.test(bare) && bare.length >= 3 && !/^(如|见|详见|根据|附表|下表)/.test(bare) ? withoutOrdinal(plain) : undefined;
}

/** `（一）`, `1.`, `表一：`, `附件3`, which count titles and are none of them. */
export function withoutOrdinal(text: string): string {
  return text
    .replace(/^(?:附件|附表|公开表?|预算)?\s*(?:表\s*[0-9一二三四五六七八九十]{1,3}(?:[-－—]\d{1,2})*\s*[：:、.．\s-]?\s*)(?=\S{3})/, '')
    .replace(/^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}[、.．](?!\d))\s*/, '')
    .trim();
}

/** A title as it is compared: without year, unit's name, brackets' form, and the words that every title has. */
export function comparableTitle(title: string, unitNames: readonly string[] = []): string {
  let plain = plainLabel(plainText(withoutOrdinal(title))).replace(/(?:19|20)\d{2}(?:年度?)?/g, '');
  for (const name of [...unitNames].sort((a, b) => b.length - a.length)) plain = plain.replaceAll(plainLabel(name), '');
  return plain
    .replace(/^(?:区级|市级|县级|省级|本级)/, '')
    .replace(/^(?:部门|单位)/, '')
    .replace(/[（][^）]*[）]$/, (bracketed) => (/项目|公共|商品/.test(bracketed) ? bracketed : ''))
    .replace(/[”“"]/g, '');
}

/** 0 to 1: the share of pairs of neighbouring characters that two titles have in common. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const all = Math.max(0, a.length - 1) + Math.max(0, b.length - 1);
  if (all === 0) return 0;
  const right = pairsOf(b);
  let common = 0;
  for (const [pair, count] of pairsOf(a)) common += Math.min(count, right.get(pair) ?? 0);
  return (2 * common) / all;
}

/** The same few hundred labels are compared with each other again and again. */
const known = new Map<string, ReadonlyMap<string, number>>();

function pairsOf(text: string): ReadonlyMap<string, number> {
  const before = known.get(text);
  if (before) return before;
  const pairs = new Map<string, number>();
  for (let index = 0; index + 1 < text.length; index += 1) {
    const pair = text.slice(index, index + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  if (known.size > 20_000) known.clear();
  known.set(text, pairs);
  return pairs;
}

/** A note below a table. */
export function isNote(text: string): boolean {
  return /^[\s\u3000]*(?:备?注|说明)\s*[：:]/.test(text) || saysEmpty(text);
}

/** “没有…故本表无数据”: why a table has no figures. */
export function saysEmpty(text: string): boolean {
  const plain = plainText(text);
  return plain.length < 120 && /(本表|此表|该表)(为空|无数据|没有数据|无内容|为零|空表)|(故|因此)[^。]{0,12}(无数据|空表|为空)/.test(plain);
}
