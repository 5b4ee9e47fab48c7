/** `statements.csv`: the figures that a document's own text prints. */
import type { Statement, StatementMeasure } from '../domain/archive.ts';
import { parseCellReference, STATEMENTS } from '../domain/cell-reference.ts';
import { parseDecimal } from '../domain/decimal.ts';
import type { Direction, Stage } from '../domain/declarations.ts';
import type { Fault } from '../domain/finding.ts';
import type { CsvFile } from './csv.ts';
import { parseRecords } from './records.ts';
import { DIRECTIONS, STAGES, STATEMENT_COLUMNS, STATEMENT_MEASURES } from './schemas.ts';

type Column = (typeof STATEMENT_COLUMNS)[number];

/** `year` is the disclosure's, for rows that name none. */
export function parseStatements(
  file: string,
  text: string,
  year: number,
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
    const value = parseDecimal(values.value);
    if (!value && values.value !== '') refuse('value', '数字，如 339.43', 'a number as 339.43');
    if (seen.has(values.id)) refuse('id', '没有用过的编号', 'an id that is not taken');
    seen.add(values.id);
    if (values.id !== '' && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(values.id)) refuse('id', 'a-z, 0-9, -');
    if (values.year !== '' && !/^\d{4}$/.test(values.year)) refuse('year', '四位数的年份，如 2023', 'a year of four digits as 2023');
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
    const stage = choice<Stage>('stage', STAGES);
    const direction = choice<Direction>('direction', DIRECTIONS);
    if (!valid || !value || !measure) {
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
        year: values.year === '' ? year : Number(values.year),
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
