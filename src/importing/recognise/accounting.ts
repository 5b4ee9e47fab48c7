/**
 * Where each number of the source went. Every one is in exactly one of: a table's cell, a statement, other text that the
 * draft carries (titles, labels, notes), a class of numbers that are no figures, or the list of what was not placed.
 */
import type { SourceNumber } from './piece.ts';

export const NOT_FIGURES = ['year', 'date', 'ordinal', 'document-number', 'code', 'contact', 'page', 'threshold'] as const;
export type NotFigure = (typeof NOT_FIGURES)[number];
export type Fate = 'cell' | 'statement' | 'text' | 'unplaced' | NotFigure;

export interface Accounting {
  readonly fates: ReadonlyMap<SourceNumber, Fate>;
  readonly total: number;
  readonly counts: Readonly<Record<Fate, number>>;
  readonly unplaced: readonly SourceNumber[];
}

interface Placed {
  readonly cells: Iterable<SourceNumber>;
  readonly statements: Iterable<SourceNumber>;
  readonly texts: Iterable<SourceNumber>;
  readonly margins: Iterable<SourceNumber>;
  /** Left out because it is about a person. */
  readonly personal: Iterable<SourceNumber>;
}

/** What the draft carries comes first; only what is left over is classed by its looks. */
export function accountFor(numbers: readonly SourceNumber[], placed: Placed): Accounting {
  const fates = new Map<SourceNumber, Fate>();
  const give = (some: Iterable<SourceNumber>, fate: Fate): void => {
    for (const number of some) if (!fates.has(number)) fates.set(number, fate);
  };
  give(placed.cells, 'cell');
  give(placed.statements, 'statement');
  give(placed.texts, 'text');
  give(placed.personal, 'contact');
  const margins = new Set(placed.margins);
  for (const number of numbers) if (!fates.has(number)) fates.set(number, notFigure(number) ?? (margins.has(number) ? 'page' : 'unplaced'));
  const counts = Object.fromEntries(['cell', 'statement', 'text', 'unplaced', ...NOT_FIGURES].map((fate) => [fate, 0])) as Record<
    Fate,
    number
  >;
  for (const number of numbers) counts[fates.get(number) ?? 'unplaced'] += 1;
  return { fates, total: numbers.length, counts, unplaced: numbers.filter((number) => fates.get(number) === 'unplaced') };
}

/** Numbers that are no amounts by what stands beside them. */
export function notFigure({ text, before: spaced, after: spacedAfter }: SourceNumber): NotFigure | undefined {
  const before = spaced.replace(/[\s\u3000]+/g, '');
  const after = spacedAfter.replace(/[\s\u3000]+/g, '');
  if (
    /^1[3-9]\d{9}$/.test(text) ||
    /(?:电话|手机|传真|邮编|邮政编码|热线)[^\d。]{0,8}$|0\d{2,3}[-－—]$/.test(before) ||
    /^0\d{2,3}$/.test(text)
  )
    return 'contact';
  if (/^(?:19|20)\d{2}$/.test(text) && /^(?:年|[〕】\])）-－—~～至、.]|$)/.test(after) && !/^(?:年内|万|元)/.test(after)) return 'year';
  // 2023.1 ~ 2023.12
  if (
    /^(?:19|20)\d{2}\.(?:0?[1-9]|1[0-2])$/.test(text) &&
    (/^(?:[~～至–—－-]|月)/.test(after) || /[~～至–—－-]$|(?:时间|日期)[：:]?$/.test(before))
  )
    return 'date';
  if (/^号/.test(after) || /[〔【[](?:19|20)\d{2}[〕】\]](?:第)?$/.test(before) || (/[〔【[]$/.test(before) && /^[〕】\]]/.test(after)))
    return 'document-number';
  if (
    /^\d{1,2}$/.test(text) &&
    (/^(?:月|日|时|点)/.test(after) || (/(?:年|月|[-－—.])$/.test(before) && /^(?:[-－—.]|日|月|$|至)/.test(after)))
  )
    return 'date';
  if (/^\d{1,2}$/.test(text) && /^[、.．）)]/.test(after) && /(?:^|[。；：（(:;】”])$/.test(before)) return 'ordinal';
  if (/^\d{1,2}$/.test(text) && /^(?:[-－—]\d{1,2})?表/.test(after)) return 'ordinal';
  if (/(?:第|表|附件|附表|图|之)$/.test(before) || /^(?:条|款|章|节|部分|季度|级|栏|页)/.test(after)) return 'ordinal';
  if (/^\d{3,18}$/.test(text) && (/^[-－—](?=\p{Script=Han})/u.test(after) || /(?:编码|代码|编号)[：:]?$/.test(before))) return 'code';
  if (/[.…·]{3,}[（(]?$/.test(before)) return 'page';
  if (/^(?:万元|元)(?:（含）|\(含\))?(?:以上|以下|及以上)/.test(after)) return 'threshold';
  return undefined;
}
