/** How a figure is printed in prose. */
import type { Statement, Table } from '../domain/archive.ts';
import { formatCellReference } from '../domain/cell-reference.ts';
import { formatDecimal, negate } from '../domain/decimal.ts';
import type { ArchiveFacts } from '../domain/declarations.ts';
import { inReadingScale } from '../domain/scales.ts';
import type { Language } from '../language/language.ts';
import type { PrintFigure } from './narrative.ts';

/** Amounts are said in the archive's scale for reading; the link leads to the figure as printed. */
export function figurePrinter(
  language: Language,
  facts: ArchiveFacts,
  tables: readonly Table[],
  statements: readonly Statement[],
): PrintFigure {
  return (reference) => {
    if ('statement' in reference) {
      const statement = statements.find(({ id }) => id === reference.statement);
      if (!statement) return undefined;
      const { value, scale } = inReadingScale({ value: statement.value, scale: statement.unit }, facts);
      return { text: statementInWords(language, { ...statement, value, unit: scale }), href: `#statements.${statement.id}` };
    }
    const table = tables.find(({ id }) => id === reference.table);
    const column = table?.columns.find(({ kind }) => kind.id === reference.column)?.kind;
    const value = table?.rows.find(({ key }) => key === reference.row)?.cells.get(reference.column)?.value;
    if (!table || !column || !value) return undefined;
    const digits = formatDecimal(value, { grouping: true });
    const read = inReadingScale({ value, scale: table.scale ?? '' }, facts);
    const amount = language.amount(formatDecimal(read.value, { grouping: true }), read.scale);
    const text = column.role === 'percent' ? `${digits}%` : column.role === 'amount' ? amount : digits;
    return { text: text.trim(), href: `#${formatCellReference(reference)}` };
  };
}

/** "减少 43.29 万元", "下降 11.3%", "75.5%", "0 辆". */
export function statementInWords(language: Language, { measure, value, unit }: Pick<Statement, 'measure' | 'value' | 'unit'>): string {
  const size = formatDecimal(value.coefficient < 0 && (measure === 'change' || measure === 'growth') ? negate(value) : value, {
    grouping: true,
  });
  const amount = unit === '%' ? `${size}%` : language.amount(size, unit);
  if (value.coefficient === 0 || (measure !== 'change' && measure !== 'growth')) return amount;
  return language.statement[measure](amount, value.coefficient < 0);
}
