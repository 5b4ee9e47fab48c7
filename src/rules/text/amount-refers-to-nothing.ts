import type { Text } from 'mdast';
import { compare, parseDecimal } from '../../domain/decimal.ts';
import { visit } from '../../reading/narrative.ts';
import type { ReadDisclosure } from '../../reading/read-archive.ts';
import { BUDGET } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'warning',
  title: {
    zh: '正文里手写的金额对不上任何数字',
    en: 'An amount typed in the text matches no figure',
  },
  explanation: {
    zh: '正文里的数字应当用 <Figure … /> 引用，数据改了正文会跟着改。手写的金额和百分比会逐个与表格和 statements.csv 对照，对不上的列在这里。',
    en: 'Figures in prose are references, so that they follow the data. Amounts and percentages typed by hand are held against the tables and statements.csv; those that match nothing are listed.',
  },
  message: {
    zh: '正文里的“{found}”在这份文件的表格和 statements.csv 里都找不到。请改用 <Figure … /> 或 <Statement … /> 引用。',
    en: '“{found}” stands in no table and no statement of this disclosure. Use <Figure … /> or <Statement … />.',
  },
  bad: { file: BUDGET, replace: ['全年计划支出', '全年计划支出 12.00 万元，即'], at: { line: 24, column: 8 } },
  *check({ disclosures }) {
    for (const disclosure of disclosures) {
      for (const { found, node, offset } of typedAmounts(disclosure)) {
        const place = disclosure.narrative.place(node);
        yield { rule: 'amount-refers-to-nothing', place: { ...place, column: (place.column ?? 1) + offset }, values: { found } };
      }
    }
  },
});

const AMOUNT = /(?<!每 ?)(\d[\d,]*(?:\.\d+)?) ?(亿元|万元|元|%|％)/g;

function* typedAmounts(disclosure: ReadDisclosure): Iterable<{ found: string; node: Text; offset: number }> {
  const texts: Text[] = [];
  visit(disclosure.narrative.tree, (node) => {
    if (node.type === 'text') texts.push(node);
  });
  for (const node of texts) {
    for (const match of node.value.matchAll(AMOUNT)) {
      const value = parseDecimal(match[1] ?? '');
      if (value && figures(disclosure).some((figure) => compare(figure, value) === 0)) continue;
      yield { found: match[0], node, offset: match.index };
    }
  }
}

function figures({ tables, statements }: ReadDisclosure) {
  const cells = tables.flatMap(({ rows }) => rows).flatMap(({ cells }) => [...cells.values()]);
  return [...cells.flatMap(({ value }) => value ?? []), ...statements.map(({ value }) => value)];
}
