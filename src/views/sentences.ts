/** Plain sentences composed from figures: what it costs, what for, what changed. */
import type { Observation } from '../domain/archive.ts';
import { isZero } from '../domain/decimal.ts';
import type { BaseWords, CostChange } from '../language/language.ts';
import { amount, currencyOf, ofHundred, wholeUnits } from './amount.ts';
import { type Edition, label } from './edition.ts';
import { fundName, useName, yearLabel } from './names.ts';
import type { Phrase } from './page.ts';
import { cellHref, partsByUse } from './select.ts';
import { changeInWords, statedInWords, type YearChange } from './year-change.ts';

/** "2024 年计划支出 15,621.11 万元，比 2023 年初预算少 876.75 万元（−5.3%）" without a full stop. */
export function costSentence(edition: Edition, total: Observation, changes: readonly YearChange[]): Phrase {
  return edition.language.sentences.cost({
    year: yearLabel(edition, total.year),
    stage: total.stage,
    amount: amount(edition, total),
    href: cellHref(edition, total),
    // Another fund, or all money, may have changed otherwise.
    fund: total.fund === 'all' ? undefined : fundName(edition, total.fund),
    units: wholeUnits(edition, total),
    changes: changes.map((each) => costChange(edition, total, each)),
  });
}

function costChange(edition: Edition, total: Observation, changed: YearChange): CostChange {
  const { base, kind } = changed;
  const against = { ...baseWords(edition, base), href: cellHref(edition, base) };
  if (kind === 'apart') return { ...against, kind, amount: amount(edition, base), reasons: changed.refusals.map(({ reason }) => reason) };
  if (kind === 'stated') {
    const change = statedInWords(edition, changed);
    return {
      ...against,
      kind,
      change: { ...change, amount: edition.language.amount(change.size, changed.statement.unit) },
    };
  }
  const size = amount(edition, { value: changed.difference.size, scale: total.scale });
  return { ...against, kind, change: { ...changeInWords(edition, changed.difference), amount: size } };
}

/** What names a figure that another is held against. */
export function baseWords(edition: Edition, { year, stage, basis }: Observation): BaseWords {
  return { year: yearLabel(edition, year), stage, name: edition.language.stages[stage], basis };
}

/** "文件给出的原因：……", without a full stop, of what is compared with the year before; nothing where the document gives none. */
export function reasonSentence(edition: Edition, total: Observation, changes: readonly YearChange[]): Phrase | undefined {
  if (changes.length === 0) return undefined;
  const reason = edition.archive.disclosures.get(`${total.unit}/${total.disclosure}`)?.reason;
  return reason === undefined ? undefined : [edition.language.sentences.reason(label(edition, reason))];
}

/** "每 100 元里，51 元用于人员，45 元用于项目，4 元用于日常公用"; nothing where the document has no such division. */
export function hundredSentence(edition: Edition, observations: readonly Observation[], total: Observation): Phrase | undefined {
  const parts = partsByUse(edition.archive, observations, total).toSorted((a, b) => b.value.coefficient - a.value.coefficient);
  if (parts.length === 0 || isZero(total.value)) return undefined;
  return edition.language.sentences.hundred(
    parts.map((part) => ({
      of: ofHundred(edition, part.value, total.value) ?? '',
      use: useName(edition, part.use ?? ''),
      href: cellHref(edition, part),
    })),
    currencyOf(edition, total),
  );
}
