/** A disclosure's sums in a sentence, and each sum opened to its inputs. */
import { addends, computedInWords, countVerdicts, sumInWords, type VerdictCounts } from '../archive/verdicts.ts';
import type { Archive, Check, Disclosure, Statement } from '../domain/archive.ts';
import { parseCellReference, STATEMENTS } from '../domain/cell-reference.ts';
import type { Decimal } from '../domain/decimal.ts';
import { exact, magnitude, minus } from '../domain/exact.ts';
import { VERDICTS } from '../language/views.zh-CN.ts';
import { count, digits } from './amount.ts';
import type { CellMark, CheckLine, VerdictSummary } from './page.ts';

export function verdictSummary(checks: readonly Check[]): VerdictSummary {
  const counts = countVerdicts(checks);
  return { ...counts, text: countsInWords(counts) };
}

/** "88 项核对：86 项相符，2 项为四舍五入差" */
function countsInWords({ total, ok, rounding, fail, undefined: noAnswer, notCheckable }: VerdictCounts): string {
  if (total === 0) return '没有可以核对的合计';
  const parts = [`${count(ok)} 项相符`];
  if (rounding > 0) parts.push(`${count(rounding)} 项为四舍五入差`);
  if (fail > 0) parts.push(`${count(fail)} 项不符`);
  if (noAnswer > 0) parts.push(`${count(noAnswer)} 项没有答案`);
  if (notCheckable > 0) parts.push(`${count(notCheckable)} 项无从核对`);
  return `${count(total)} 项核对：${parts.join('，')}`;
}

/** `187.53 + 17.53 = 205.06；印作 205.07，差 0.01` */
export function checkInWords(check: Check): string {
  const { operation, verdict, stated, computed } = check;
  if (verdict === 'not-checkable') return lackInWords(check);
  if (operation === 'equality') return equalityInWords(check);
  const few = operation !== 'quotient' && addends(check.inputs).length < 2;
  const sum = few ? `各分项合计 ${computedInWords(check, digits)}` : sumInWords(check, digits);
  if (!stated) return `${sum}；表中空白`;
  const printed = `印作 ${digits(stated)}${operation === 'quotient' ? '%' : ''}`;
  if (verdict === 'undefined') return `${printed}，除数为零，没有答案`;
  if (operation === 'part' && verdict === 'ok') return `${sum}，不超过 ${digits(stated)}`;
  if (verdict === 'ok' || !computed) return verdict === 'ok' ? sum : `${sum}；${printed}`;
  return `${sum}；${printed}，差 ${difference(stated, computed)}${operation === 'quotient' ? ' 个百分点' : ''}`;
}

/** What a check would need and does not have. */
function lackInWords({ operation, stated, inputs }: Check): string {
  const printed = stated ? `印作 ${digits(stated)}${operation === 'quotient' ? '%' : ''}` : '此处没有可读的数';
  if (operation === 'quotient') return `${printed}，缺少可以相除的数`;
  if (operation === 'equality') return `${printed}，另一处${inputs[0] ? `印作 ${digits(inputs[0].value)}` : '没有可读的数'}`;
  return `${printed}，${inputs.length > 0 ? '分项不全' : '没有可以相加的分项'}`;
}

/** The same figure in two places. */
function equalityInWords({ verdict, stated, computed, inputs }: Check): string {
  const other = inputs.length > 0 && computed ? `另一处印作 ${digits(computed)}` : '另一处空白';
  if (!stated) return `${other}；此处空白`;
  if (verdict === 'ok') return inputs.length > 0 ? `${digits(stated)}，两处相同` : `${digits(stated)}，${other}`;
  return `${other}；此处印作 ${digits(stated)}${inputs.length > 0 && computed ? `，差 ${difference(stated, computed)}` : ''}`;
}

function difference(stated: Decimal, computed: Decimal): string {
  return digits(magnitude(minus(exact(stated), exact(computed))));
}

/** What a cell says of its sums; nothing where they agree. */
export function cellMark(check: Check): CellMark | undefined {
  const { verdict, acknowledged } = check;
  if (verdict === 'ok') return undefined;
  const explanation = {
    rounding: '可由四舍五入解释。',
    fail: `对不上。${acknowledged ?? ''}`,
    undefined: '',
    'not-checkable': '',
  }[verdict];
  return { verdict, sign: VERDICTS[verdict].sign, text: `${checkInWords(check)}。${explanation}` };
}

const VERDICT_ORDER = ['fail', 'rounding', 'undefined', 'not-checkable', 'ok'] as const;

export function byVerdict(a: Check, b: Check): number {
  return VERDICT_ORDER.indexOf(a.verdict) - VERDICT_ORDER.indexOf(b.verdict);
}

/** `page` is the disclosure's address, or nothing on its own page. */
export function checkLine(archive: Archive, disclosure: Disclosure, check: Check, page: string): CheckLine {
  return {
    verdict: check.verdict,
    where: { href: `${page}#${encodeURI(check.cell)}`, text: cellInWords(disclosure, check.cell) },
    rule: { href: `/rules/#${check.rule}`, text: archive.rules.get(check.rule)?.title.zh ?? check.rule },
    sum: checkInWords(check),
    ...(check.acknowledged ? { reason: check.acknowledged } : {}),
  };
}

/** "2024年单位支出预算总表 · 204 公共安全支出 · 总计", "正文二（九） · “三公”经费"; of a whole table, its title. */
export function cellInWords(disclosure: Disclosure, cell: string): string {
  const reference = parseCellReference(cell);
  if (reference?.table === STATEMENTS) {
    const statement = disclosure.statements.find(({ id }) => id === reference.row);
    return statement ? `${sectionInWords(statement)} · ${statement.subject}` : TEXT;
  }
  const table = disclosure.tables.find(({ id }) => id === (reference?.table ?? cell));
  const row = table?.rows.find(({ key }) => key === reference?.row);
  const column = table?.columns.find(({ kind }) => kind.id === reference?.column);
  return [table?.title, [row?.code, row?.name].filter(Boolean).join(' '), column?.label.replaceAll('/', ' ')].filter(Boolean).join(' · ');
}

/** Where in a document a cell stands: its table's title, or the section of the text. */
export function placeInWords(disclosure: Disclosure, cell: string): string {
  const reference = parseCellReference(cell);
  const statement = reference?.table === STATEMENTS ? disclosure.statements.find(({ id }) => id === reference.row) : undefined;
  if (statement) return sectionInWords(statement);
  return disclosure.tables.find(({ id }) => id === reference?.table)?.title ?? TEXT;
}

const TEXT = '正文';

function sectionInWords({ section }: Statement): string {
  return `${TEXT}${section}`;
}
