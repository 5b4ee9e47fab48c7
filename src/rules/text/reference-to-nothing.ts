import { formatCellReference, parseCellReference } from '../../domain/cell-reference.ts';
import { fieldPlace } from '../../reading/csv.ts';
import { literalAttributes, visit } from '../../reading/narrative.ts';
import { nearest } from '../../reading/nearest.ts';
import type { ReadDisclosure } from '../../reading/read-archive.ts';
import { BUDGET } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '引用的数字不存在',
    en: 'A reference to nothing',
  },
  explanation: {
    zh: '正文和 statements.csv 引用的每个数字，都必须是表里确实印出的一格，或者 statements.csv 的一行。',
    en: 'Every figure that the text or statements.csv refers to must be a printed cell, or a row of statements.csv.',
  },
  message: {
    zh: '没有“{reference}”这个数字：{reason}。',
    en: 'There is no figure “{reference}” in this disclosure. Check table, row and column.',
  },
  bad: { file: BUDGET, replace: ['row="total"', 'row="2040251"'], at: { line: 24, column: 8 } },
  *check({ disclosures }) {
    for (const disclosure of disclosures) {
      for (const { reference, place } of references(disclosure)) {
        const reason = whyNothing(disclosure, reference);
        if (reason) yield { rule: 'reference-to-nothing', place, values: { reference, reason } };
      }
    }
  },
});

function* references(disclosure: ReadDisclosure) {
  const { narrative, statements, statementsCsv } = disclosure;
  const found: { reference: string; place: ReturnType<typeof narrative.place> }[] = [];
  visit(narrative.tree, (node) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    const { table, row, column, id } = literalAttributes(node);
    if (node.name === 'Figure' && table && row && column)
      found.push({ reference: formatCellReference({ table, row, column }), place: narrative.place(node) });
    if (node.name === 'Statement' && id) found.push({ reference: `statements.${id}`, place: narrative.place(node) });
  });
  yield* found;
  const head = statementsCsv?.rows[0]?.fields ?? [];
  for (const statement of statements) {
    const record = statementsCsv?.rows.find((row) => row.line === statement.line);
    for (const column of ['cell', 'of'] as const) {
      const reference = statement[column];
      if (reference && record && statementsCsv) yield { reference, place: fieldPlace(statementsCsv, record, head.indexOf(column) + 1) };
    }
    for (const reference of statement.parts?.flat() ?? []) {
      if (record && statementsCsv) yield { reference, place: fieldPlace(statementsCsv, record, head.indexOf('parts') + 1) };
    }
  }
}

function whyNothing({ tables, statements }: ReadDisclosure, reference: string): string | undefined {
  const parsed = parseCellReference(reference);
  if (!parsed) return '写法应为“表.行.栏”';
  if (parsed.table === 'statements') {
    if (statements.some(({ id }) => id === parsed.row)) return undefined;
    const near = nearest(
      parsed.row,
      statements.map(({ id }) => id),
    );
    return `statements.csv 里没有“${parsed.row}”${near ? `，是不是“${near}”` : ''}`;
  }
  const table = tables.find(({ id }) => id === parsed.table);
  if (!table) return `没有表“${parsed.table}”，有：${tables.map(({ id }) => id).join('、')}`;
  const row = table.rows.find(({ key }) => key === parsed.row);
  if (!row) {
    const near = nearest(
      parsed.row,
      table.rows.map(({ key }) => key),
    );
    return `表“${table.title}”里没有行“${parsed.row}”${near ? `，是不是“${near}”` : ''}`;
  }
  const cell = row.cells.get(parsed.column);
  if (!cell) return `表“${table.title}”里没有栏“${parsed.column}”，有：${table.columns.map(({ kind }) => kind.id).join('、')}`;
  return cell.value ? undefined : `这一格没有数字（${cell.raw === '' ? '空白' : cell.raw}）`;
}
