/** `statements.csv`: the figures that a document's own text prints. */
import type { Statement, StatementMeasure } from '../domain/archive.ts';
import { parseCellReference, STATEMENTS } from '../domain/cell-reference.ts';
import { decimal } from '../domain/decimal.ts';
import type { ArchiveFacts, Direction } from '../domain/declarations.ts';
import type { Fault } from '../domain/finding.ts';
import { parseFiscalYear } from '../domain/fiscal-year.ts';
import { formatNumber, parseNumber } from '../domain/number-format.ts';
import type { CsvFile } from './csv.ts';
import { stageOf, stageWords, yearWords } from './facts.ts';
import { parseRecords } from './records.ts';
import { DIRECTIONS, STATEMENT_COLUMNS, STATEMENT_MEASURES } from './schemas.ts';

type Column = (typeof STATEMENT_COLUMNS)[number];

/** `year` is the disclosure's, for rows that name none. */
export function parseStatements(
  file: string,
  text: string,
  year: number,
  facts: ArchiveFacts,
  report: (fault: Fault) => void,
): { statements: Statement[]; csv: CsvFile; unread: ReadonlySet<string>; whole: boolean } {
  const unread = new Set<string>();
  const { csv, records, whole, place } = parseRecords(
    file,
    text,
    STATEMENT_COLUMNS,
    ['id', 'section', 'subject', 'measure', 'value', 'unit'],
    report,
  );
  const seen = new Set<string>();
  const statements = records.flatMap(({ row, values }): Statement[] => {
    let valid = true;
    const refuse = (column: Column, expected: string, expectedEn = expected, found = values[column]): void => {
      valid = false;
      report({
        rule: 'field-not-valid',
        place: place(row, column),
        values: { field: column, found, expected, expectedEn },
      });
    };
    const choice = <T extends string>(column: Column, allowed: readonly T[]): T | undefined => {
      const found = allowed.find((each) => each === values[column]);
      if (values[column] !== '' && !found) refuse(column, allowed.join(' | '));
      return found;
    };
    const value = parseNumber(values.value, facts.numbers);
    const example = formatNumber(decimal(33943, 2), facts.numbers);
    if (!value && values.value !== '') refuse('value', `数字，如 ${example}`, `a number as ${example}`);
    if (seen.has(values.id)) refuse('id', '没有用过的编号', 'an id that is not taken');
    seen.add(values.id);
    if (values.id !== '' && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(values.id)) refuse('id', 'a-z, 0-9, -');
    const ofYear = values.year === '' ? year : parseFiscalYear(values.year, facts.fiscalYear);
    if (ofYear === undefined) refuse('year', yearWords(facts).expected, yearWords(facts).expectedEn);
    for (const column of ['cell', 'of'] as const) {
      if (values[column] !== '' && !parseCellReference(values[column])) refuse(column, 'expenditure.total.total');
    }
    const parts = values.parts === '' ? [] : values.parts.split('|').map((sum) => sum.trim().split(/\s+/));
    for (const reference of parts.flat()) {
      if (!parseCellReference(reference)) refuse('parts', 'statements.goods statements.works');
    }
    for (const [column, references] of [
      ['cell', [values.cell]],
      ['of', [values.of]],
      ['parts', parts.flat()],
    ] as const) {
      if (values.id !== '' && references.includes(`${STATEMENTS}.${values.id}`))
        refuse(column, '别的数字，不能是这一行自己', 'another figure, not this row itself', `${STATEMENTS}.${values.id}`);
    }
    const measure = choice<StatementMeasure>('measure', STATEMENT_MEASURES);
    const stageWord = choice('stage', stageWords(facts));
    const stage = stageWord && stageOf(facts, stageWord);
    const direction = choice<Direction>('direction', DIRECTIONS);
    if (!valid || !value || !measure || ofYear === undefined) {
      unread.add(values.id);
      return [];
    }
    const optional = Object.fromEntries(
      (['basis', 'fund', 'classification', 'use', 'cell', 'of'] as const).flatMap((column) =>
        values[column] === '' ? [] : [[column, values[column]]],
      ),
    );
    return [
      {
        id: values.id,
        section: values.section,
        subject: values.subject,
        measure,
        value,
        raw: values.value,
        unit: values.unit,
        year: ofYear,
        ...(stage ? { stage } : {}),
        ...(direction ? { direction } : {}),
        ...(values.classification !== '' ? { code: values.code } : {}),
        ...optional,
        ...(parts.length > 0 ? { parts } : {}),
        line: row.line,
      },
    ];
  });
  return { statements, csv, unread, whole };
}
