/** Plain sentences composed from figures: what it costs, what for, what changed. */
import type { Observation } from '../domain/archive.ts';
import { isZero } from '../domain/decimal.ts';
import { amount, change, currencyOf, digits, ofHundred, wholeUnits } from './amount.ts';
import { type Edition, label } from './edition.ts';
import { useName, yearLabel } from './names.ts';
import type { Phrase } from './page.ts';
import { partsByUse } from './select.ts';

/** "2024 年计划支出 422.79 万元，比 2023 年执行数多 66.25 万元（+18.6%）" without a full stop. */
export function costSentence(edition: Edition, total: Observation, base: Observation | undefined): Phrase {
  const changed = base && change(total.value, base.value);
  return edition.language.sentences.cost({
    year: yearLabel(edition, total.year),
    stage: total.stage,
    amount: amount(edition, total),
    units: wholeUnits(edition, total),
    ...(base && changed
      ? {
          base: {
            year: yearLabel(edition, base.year),
            stage: base.stage,
            change: {
              sign: changed.sign,
              size: digits(changed.size),
              rate: changed.rate,
              amount: amount(edition, { value: changed.size, scale: total.scale }),
            },
          },
        }
      : {}),
  });
}

/** "文件给出的原因：……", without a full stop, of what is compared with the year before; nothing where the document gives none. */
export function reasonSentence(edition: Edition, total: Observation, base: Observation | undefined): Phrase | undefined {
  const reason = base && edition.archive.disclosures.get(`${total.unit}/${total.disclosure}`)?.reason;
  return reason === undefined ? undefined : [edition.language.sentences.reason(label(edition, reason))];
}

/** "每 100 元里，51 元用于人员，45 元用于项目，4 元用于日常公用"; nothing where the document has no such division. */
export function hundredSentence(edition: Edition, observations: readonly Observation[], total: Observation): Phrase | undefined {
  const parts = partsByUse(edition.archive, observations, total).toSorted((a, b) => b.value.coefficient - a.value.coefficient);
  if (parts.length === 0 || isZero(total.value)) return undefined;
  return edition.language.sentences.hundred(
    parts.map(({ value, use = '' }) => ({ of: ofHundred(value, total.value) ?? '', use: useName(edition, use) })),
    currencyOf(edition, total),
  );
}
