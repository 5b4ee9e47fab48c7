/** A disclosure's sums in a sentence, and each sum opened to its inputs. */
import { addends, computedInWords, countVerdicts, sumInWords, type VerdictCounts } from '../archive/verdicts.ts';
import type { Check, Column, Disclosure, Statement, Table } from '../domain/archive.ts';
import { anchorOf, formatCellList, parseCellReference, STATEMENTS } from '../domain/cell-reference.ts';
import type { Decimal } from '../domain/decimal.ts';
import { type Exact, exact, magnitude, minus } from '../domain/exact.ts';
import type { CountWords, Language } from '../language/language.ts';
import { digits, type Numbering } from './amount.ts';
import { type Edition, href, label, textOf } from './edition.ts';
import type { AgreeingSums, CellMark, CheckLine, Link, VerdictSummary } from './page.ts';

export function verdictSummary({ language }: Pick<Edition, 'language'>, checks: readonly Check[]): VerdictSummary {
  const counts = countVerdicts(checks);
  return { ...counts, text: language.sums.counts(countWords(counts)) };
}

export function countWords({ undefined: noAnswer, ...counts }: VerdictCounts): CountWords {
  return { ...counts, noAnswer };
}

/** `187.53 + 17.53 = 205.06；印作 205.07，差 0.01` */
export function checkInWords(edition: Pick<Edition, 'language'> & Numbering, check: Check): string {
  const { sums } = edition.language;
  const print: Print = (value) => digits(edition, value);
  const { operation, verdict, stated, computed } = check;
  const percent = operation === 'quotient' ? '%' : '';
  const printed = stated && `${print(stated)}${percent}`;
  if (verdict === 'not-checkable') return sums.lacking(printed, lackOf(check, print));
  if (operation === 'equality') {
    const there = check.inputs.length > 0 && computed ? computed : undefined;
    const apart = verdict !== 'ok' && stated && there ? difference(stated, there, print) : undefined;
    return sums.twoPlaces(stated && print(stated), there && print(there), apart, verdict === 'ok');
  }
  const few = operation !== 'quotient' && addends(check.inputs).length < 2;
  const sum = few ? sums.partsMake(computedInWords(check, print)) : sumInWords(check, print);
  if (!stated || printed === undefined) return sums.blankInTable(sum);
  if (verdict === 'undefined') return sums.noQuotient(printed);
  if (operation === 'part' && verdict === 'ok') return sums.notAbove(sum, printed);
  if (verdict === 'ok') return sum;
  if (!computed) return sums.printed(sum, printed);
  return sums.differs({ sum, stated: printed, difference: difference(stated, computed, print), points: operation === 'quotient' });
}

type Print = (value: Decimal | Exact) => string;

/** What a check would need and does not have. */
function lackOf({ operation, inputs }: Check, print: Print): Parameters<Language['sums']['lacking']>[1] {
  if (operation === 'quotient') return 'divisor';
  if (operation === 'equality') return { other: inputs[0] && print(inputs[0].value) };
  return inputs.length > 0 ? 'some-parts' : 'parts';
}

function difference(stated: Decimal, computed: Decimal, print: Print): string {
  return print(magnitude(minus(exact(stated), exact(computed))));
}

/** What a cell says of its sums; nothing where they agree. */
export function cellMark(edition: Pick<Edition, 'language'> & Numbering, check: Check): CellMark | undefined {
  const { verdict, acknowledged } = check;
  if (verdict === 'ok') return undefined;
  const { verdicts, sums, sentences } = edition.language;
  const explanation = verdict === 'rounding' || verdict === 'fail' ? sums.explained[verdict] : undefined;
  const said = [sums.sentence(checkInWords(edition, check)), explanation, verdict === 'fail' ? acknowledged : undefined];
  return { verdict, sign: verdicts[verdict].sign, text: said.filter(Boolean).join(sentences.between) };
}

const VERDICT_ORDER = ['fail', 'rounding', 'undefined', 'not-checkable', 'ok'] as const;

export function byVerdict(a: Check, b: Check): number {
  return VERDICT_ORDER.indexOf(a.verdict) - VERDICT_ORDER.indexOf(b.verdict);
}

const ruleLinks = new WeakMap<Edition, Map<string, Link>>();

export function ruleLink(edition: Edition, rule: string): Link {
  let links = ruleLinks.get(edition);
  if (!links) {
    links = new Map();
    ruleLinks.set(edition, links);
  }
  let link = links.get(rule);
  if (!link) {
    const title = edition.archive.rules.get(rule)?.title;
    link = { href: href(edition, `/rules/#${rule}`), text: title ? textOf(edition, title) : rule };
    links.set(rule, link);
  }
  return link;
}

/** `page` is the disclosure's address, or nothing on its own page. */
export function checkLine(edition: Edition, disclosure: Disclosure, check: Check, page: string): CheckLine {
  return {
    verdict: check.verdict,
    where: { href: `${page}#${anchorOf(check.cell)}`, text: cellInWords(edition, disclosure, check.cell) },
    rule: ruleLink(edition, check.rule),
    sum: checkInWords(edition, check),
    ...(check.acknowledged ? { reason: check.acknowledged } : {}),
    inputs: inputsOf(check),
  };
}

/** The cells that it is held against, in a line. */
function inputsOf(check: Check): string {
  return formatCellList(
    check.inputs.map(({ cell }) => cell).filter((cell) => cell !== check.cell),
    check.cell,
  );
}

/** By table and rule, in the order of the first of each. */
export function agreeingSums(edition: Edition, disclosure: Disclosure): AgreeingSums[] {
  type Group = { of: string; rule: Link; lines: AgreeingSums['lines'][number][] };
  const groups = new Map<string, Group>();
  let group: Group | undefined;
  for (const check of disclosure.checks) {
    if (check.verdict !== 'ok') continue;
    const { of, within } = placeOfCell(edition, disclosure, check.cell);
    // Those of a group follow each other.
    const rule = ruleLink(edition, check.rule);
    if (group?.of !== of || group.rule !== rule) {
      const key = `${of}\n${check.rule}`;
      group = groups.get(key) ?? { of, rule, lines: [] };
      groups.set(key, group);
    }
    group.lines.push({
      where: { href: `#${anchorOf(check.cell)}`, text: within === '' ? of : within },
      sum: checkInWords(edition, check),
      inputs: inputsOf(check),
    });
  }
  return [...groups.values()];
}

/** "2024年单位支出预算总表 · 204 公共安全支出 · 总计", "正文二（九） · “三公”经费"; of a whole table, its title. */
export function cellInWords(edition: Edition, disclosure: Disclosure, cell: string): string {
  const { of, within } = placeOfCell(edition, disclosure, cell);
  // A section of the text says that it is one.
  return parseCellReference(cell)?.table === STATEMENTS ? within || of : [of, within].filter(Boolean).join(' · ');
}

/** The title of its table, and where it stands there; of a statement, "正文" and its section and subject. */
function placeOfCell(edition: Edition, disclosure: Disclosure, cell: string): { of: string; within: string } {
  const { language } = edition;
  const reference = parseCellReference(cell);
  if (reference?.table === STATEMENTS) {
    const statement = statementOf(disclosure, reference.row);
    const within = statement ? `${language.sums.section(statement.section)} · ${label(edition, statement.subject)}` : '';
    return { of: language.sums.text, within };
  }
  const table = disclosure.tables.find(({ id }) => id === (reference?.table ?? cell));
  if (!table) return { of: '', within: '' };
  const { title, rows, columns } = tableInWords(edition, table);
  const row = rows.get(reference?.row ?? '');
  const column = columns.get(reference?.column ?? '');
  return { of: title, within: row && column ? `${row} · ${column}` : row || column || '' };
}

interface TableWords {
  readonly title: string;
  readonly rows: ReadonlyMap<string, string>;
  readonly columns: ReadonlyMap<string, string>;
}

const tablesInWords = new WeakMap<Edition, WeakMap<Table, TableWords>>();

/** Its title, rows by key and columns by id; made once, since a table may have a hundred checks. */
function tableInWords(edition: Edition, table: Table): TableWords {
  let known = tablesInWords.get(edition);
  if (!known) {
    known = new WeakMap();
    tablesInWords.set(edition, known);
  }
  let words = known.get(table);
  if (!words) {
    words = {
      title: label(edition, table.title),
      // Of rows that share a key, the first.
      rows: new Map(table.rows.toReversed().map(({ key, code, name }) => [key, [code, label(edition, name)].filter(Boolean).join(' ')])),
      columns: new Map(table.columns.map((column) => [column.kind.id, headLabel(edition, column)])),
    };
    known.set(table, words);
  }
  return words;
}

/** Where in a document a cell stands: its table's title, or the section of the text. */
export function placeInWords(edition: Edition, disclosure: Disclosure, cell: string): string {
  const reference = parseCellReference(cell);
  const { language } = edition;
  const statement = reference?.table === STATEMENTS ? statementOf(disclosure, reference.row) : undefined;
  if (statement) return language.sums.section(statement.section);
  const table = disclosure.tables.find(({ id }) => id === reference?.table);
  return table ? label(edition, table.title) : language.sums.text;
}

/** A column's head over all its levels, in a line. */
function headLabel(edition: Edition, { label: printed }: Column): string {
  return printed
    .split('/')
    .map((part) => label(edition, part))
    .join(' ');
}

function statementOf({ statements }: Disclosure, row: string): Statement | undefined {
  return statements.find(({ id }) => id === row);
}
