/** A disclosure's sums in a sentence, and each sum opened to its inputs. */
import { countVerdicts, sumInWords, type VerdictCounts } from '../archive/verdicts.ts';
import type { Archive, Check, Disclosure } from '../domain/archive.ts';
import { formatDecimal, subtract } from '../domain/decimal.ts';
import type { CellMark, CheckLine, VerdictSummary } from './page.ts';

export function verdictSummary(checks: readonly Check[]): VerdictSummary {
  const counts = countVerdicts(checks);
  return { ...counts, text: countsInWords(counts) };
}

/** "88 项核对：86 项相符，2 项为四舍五入差" */
export function countsInWords({ total, ok, rounding, fail, undefined: noAnswer, notCheckable }: VerdictCounts): string {
  if (total === 0) return '没有可以核对的合计';
  const parts = [`${ok} 项相符`];
  if (rounding > 0) parts.push(`${rounding} 项为四舍五入差`);
  if (fail > 0) parts.push(`${fail} 项不符`);
  if (noAnswer > 0) parts.push(`${noAnswer} 项除数为零，没有答案`);
  if (notCheckable > 0) parts.push(`${notCheckable} 项缺数，无从核对`);
  return `${total} 项核对：${parts.join('，')}`;
}

/** `187.53 + 17.53 = 205.06；印作 205.07，差 0.01` */
export function checkInWords(check: Check): string {
  const sum = sumInWords(check);
  if (!check.stated) return `${sum}；表中空白`;
  const stated = formatDecimal(check.stated);
  if (check.verdict === 'not-checkable')
    return check.operation === 'quotient' ? `印作 ${stated}%，缺少可以相除的数` : `表中 ${stated}，没有可以相加的分项`;
  if (check.verdict === 'undefined') return `印作 ${stated}%，除数为零，没有答案`;
  if (check.verdict === 'ok' || !check.computed) return check.operation === 'equality' ? `${stated}，两处相同` : sum;
  return `${sum}；印作 ${stated}${check.operation === 'quotient' ? '%' : ''}，差 ${formatDecimal(subtract(check.stated, check.computed)).replace('-', '')}`;
}

/** What a cell says of its sums; nothing where they agree. */
export function cellMark(check: Check): CellMark | undefined {
  if (check.verdict === 'ok') return undefined;
  const explanation = {
    rounding: '可由四舍五入解释。',
    fail: check.acknowledged ? `不相符。${check.acknowledged}` : '不相符。',
    undefined: '',
    'not-checkable': '',
  }[check.verdict];
  const sign = check.verdict === 'rounding' ? '≈' : check.verdict === 'fail' ? '≠' : '?';
  return { verdict: check.verdict, sign, text: `${checkInWords(check)}。${explanation}` };
}

const VERDICT_ORDER = ['fail', 'rounding', 'undefined', 'not-checkable', 'ok'] as const;

export function byVerdict(a: Check, b: Check): number {
  return VERDICT_ORDER.indexOf(a.verdict) - VERDICT_ORDER.indexOf(b.verdict);
}

/** `page` is the disclosure's address, or nothing on its own page. */
export function checkLine(archive: Archive, disclosure: Disclosure, check: Check, page: string): CheckLine {
  const statement = disclosure.statements.find(({ id }) => check.cell === `statements.${id}`);
  const [tableId = ''] = check.cell.split('.');
  const table = disclosure.tables.find(({ id }) => id === tableId);
  const row = table?.rows.find(({ key }) => check.cell.startsWith(`${tableId}.${key}.`));
  const column = table?.columns.find(({ kind }) => check.cell.endsWith(`.${kind.id}`));
  return {
    verdict: check.verdict,
    where: {
      href: `${page}#${encodeURI(check.cell)}`,
      text: statement
        ? `正文${statement.section} · ${statement.subject}`
        : [table?.title, [row?.code, row?.name].filter(Boolean).join(' '), column?.label.replace('/', ' ')].filter(Boolean).join(' · '),
    },
    rule: { href: `/rules/#${check.rule}`, text: archive.rules.get(check.rule)?.title.zh ?? check.rule },
    sum: checkInWords(check),
    ...(check.acknowledged ? { reason: check.acknowledged } : {}),
  };
}
