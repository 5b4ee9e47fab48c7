/**
 * What the words printed for a stage say beyond the stage itself. 上年执行数 and 2022年预算执行数 are both what was
 * executed; 决算数 is what the accounts were closed with, and 截至2023年8月31日 is not a whole year.
 */
import type { Stage } from './declarations.ts';

/** Words that say no more than the stage does, years and 数 left out. */
const PLAIN: Readonly<Record<Stage, readonly string[]>> = {
  proposed: ['预算', '预算草案'],
  approved: ['预算', '年初预算'],
  adjusted: ['预算', '调整预算', '调整后预算'],
  executed: ['执行', '预算执行'],
};

const FINAL_ACCOUNTS = '决算';

/**
 * Empty where the words say nothing more. `closed`: in accounts of the year, as Chinese departments publish them, a
 * figure without other words is that of the accounts.
 */
export function printedBasis(basis: string | undefined, stage: Stage, { closed }: { readonly closed: boolean }): string {
  const words = (basis ?? '')
    .replaceAll(/\s/g, '')
    .replace('截止', '截至')
    .replaceAll(/\d{4}年度?/g, '')
    .replace(/^(?:上年度?|本年度?|当年|全年)+/, '')
    .replace(/数$/, '');
  if (/^(?:收入|支出|收支)?决算$/.test(words)) return FINAL_ACCOUNTS;
  if (words !== '' && !PLAIN[stage].includes(words)) return words;
  return closed && stage === 'executed' ? FINAL_ACCOUNTS : '';
}
