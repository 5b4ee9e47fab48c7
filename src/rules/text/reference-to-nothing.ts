import { formatCellReference, parseCellReference, STATEMENTS } from '../../domain/cell-reference.ts';
import type { Place, Text } from '../../domain/finding.ts';
import { fieldPlace } from '../../reading/csv.ts';
import { literalAttributes, type ParsedNarrative, visit } from '../../reading/narrative.ts';
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
    en: 'There is no figure “{reference}”: {reasonEn}.',
  },
  bad: { file: BUDGET, replace: ['row="total"', 'row="2040251"'], at: { line: 24, column: 8 } },
  *check({ disclosures, units, terms, pages }) {
    for (const disclosure of disclosures) {
      for (const { reference, place } of references(disclosure)) {
        const reason = whyNothing(disclosure, reference);
        if (reason) yield { rule: 'reference-to-nothing', place, values: { reference, reason: reason.zh, reasonEn: reason.en } };
      }
    }
    for (const { documents, name, nameEn } of [
      { documents: [...units.values()], name: '单位介绍', nameEn: 'the text of a unit' },
      { documents: terms, name: '名词解释', nameEn: 'a term of the glossary' },
      { documents: pages, name: '说明页', nameEn: 'a page' },
    ]) {
      const reason = `${name}不属于任何一份公开文件，不能引用表里的数字`;
      const reasonEn = `${nameEn} belongs to no disclosure and cannot refer to its tables`;
      for (const { narrative } of documents) {
        for (const { reference, place } of inNarrative(narrative))
          yield { rule: 'reference-to-nothing', place, values: { reference, reason, reasonEn } };
      }
    }
  },
});

interface Reference {
  readonly reference: string;
  readonly place: Place;
}

function inNarrative(narrative: ParsedNarrative): Reference[] {
  const found: Reference[] = [];
  visit(narrative.tree, (node) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    const { table, row, column, id } = literalAttributes(node);
    if (node.name === 'Figure' && table && row && column)
      found.push({ reference: formatCellReference({ table, row, column }), place: narrative.place(node) });
    if (node.name === 'Statement' && id) found.push({ reference: `${STATEMENTS}.${id}`, place: narrative.place(node) });
  });
  return found;
}

function* references(disclosure: ReadDisclosure): Iterable<Reference> {
  const { narrative, statements, statementsCsv } = disclosure;
  yield* inNarrative(narrative);
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

/** Of what could not be read nothing is said: that has its own finding. */
function whyNothing(disclosure: ReadDisclosure, reference: string): Required<Text> | undefined {
  const { tables, statements } = disclosure;
  const parsed = parseCellReference(reference);
  if (!parsed) return { zh: '写法应为“表.行.栏”', en: 'write it as table.row.column' };
  if (parsed.table === STATEMENTS) {
    if (statements.some(({ id }) => id === parsed.row) || disclosure.unreadStatements.has(parsed.row) || disclosure.lacksStatements)
      return undefined;
    const near = nearest(
      parsed.row,
      statements.map(({ id }) => id),
    );
    return {
      zh: `statements.csv 里没有“${parsed.row}”${near ? `，是不是“${near}”` : ''}`,
      en: `statements.csv has no “${parsed.row}”${near ? `; is it “${near}”?` : ''}`,
    };
  }
  const table = tables.find(({ id }) => id === parsed.table);
  if (!table) {
    const ids = tables.map(({ id }) => id);
    return { zh: `没有表“${parsed.table}”，有：${ids.join('、')}`, en: `no table “${parsed.table}”; there are: ${ids.join(', ')}` };
  }
  const row = table.rows.find(({ key }) => key === parsed.row);
  // Where a column was not recognised, the rows may have lost their names.
  if (!row && (table.lacksRows || table.lacksColumns)) return undefined;
  if (!row) {
    const near = nearest(
      parsed.row,
      table.rows.map(({ key }) => key),
    );
    return {
      zh: `表“${table.title}”里没有行“${parsed.row}”${near ? `，是不是“${near}”` : ''}`,
      en: `“${table.title}” has no row “${parsed.row}”${near ? `; is it “${near}”?` : ''}`,
    };
  }
  const cell = row.cells.get(parsed.column);
  if (!cell && table.lacksColumns) return undefined;
  if (!cell) {
    const ids = table.columns.map(({ kind }) => kind.id);
    return {
      zh: `表“${table.title}”里没有栏“${parsed.column}”，有：${ids.join('、')}`,
      en: `“${table.title}” has no column “${parsed.column}”; there are: ${ids.join(', ')}`,
    };
  }
  if (cell.value || cell.content === 'unreadable') return undefined;
  return {
    zh: `这一格没有数字（${cell.raw === '' ? '空白' : cell.raw}）`,
    en: `that cell has no figure (${cell.raw === '' ? 'blank' : cell.raw})`,
  };
}
