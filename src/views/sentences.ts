/** Plain sentences composed from figures: what it costs, what for, what changed. */
import type { Observation } from '../domain/archive.ts';
import { isZero } from '../domain/decimal.ts';
import { useName, yearAndStage } from '../language/views.zh-CN.ts';
import { amount, change, digits, ofHundred } from './amount.ts';
import type { Phrase } from './page.ts';
import { partsByUse } from './select.ts';

/** What was done with the money at each stage. */
export const VERBS = { proposed: '拟支出', approved: '计划支出', adjusted: '调整后计划支出', executed: '实际支出' } as const;

/** "2024 年计划支出 422.79 万元，比上年执行数多 66.25 万元（+18.6%）" without a full stop. */
export function costSentence(total: Observation, base: Observation | undefined): Phrase {
  return [`${total.year} 年${VERBS[total.stage]} `, { strong: amount(total) }, ...(base ? ['，', ...changePhrase(total, base)] : [])];
}

/** The base is named by the words its document prints, or by its stage. */
function changePhrase(total: Observation, base: Observation): Phrase {
  const { word, size, rate, sign } = change(total.value, base.value);
  const name = base.stage === 'executed' ? `${base.year} 年执行数` : yearAndStage(base.year, base.stage);
  if (sign === '') return [`与 ${name}持平`];
  return [`比 ${name}${word} `, { strong: `${digits(size)} ${total.scale}` }, ...(rate ? [`（${rate}）`] : [])];
}

/** "每 100 元里，51 元用于人员，45 元用于项目，4 元用于日常公用"; nothing where the document has no such division. */
export function hundredSentence(observations: readonly Observation[], total: Observation): Phrase | undefined {
  const parts = partsByUse(observations, total).toSorted((a, b) => b.value.coefficient - a.value.coefficient);
  if (parts.length === 0 || isZero(total.value)) return undefined;
  return [
    '每 100 元里，',
    ...parts.flatMap((part, index) => [
      index === 0 ? '' : '，',
      { strong: `${ofHundred(part.value, total.value)} 元` },
      `用于${useName(part.use ?? '')}`,
    ]),
  ];
}
