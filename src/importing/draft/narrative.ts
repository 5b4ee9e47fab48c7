/** The beginning of a narrative: headings and the sentences that the figures themselves give. An editor writes the rest. */
import type { Observation } from '../../domain/archive.ts';
import { parseCellReference } from '../../domain/cell-reference.ts';
import { toDrawing } from '../../domain/decimal.ts';
import type { DraftStatement } from '../recognise/statements.ts';

const MOST_FUNCTIONS = 3;

export function narrativeOf(statements: readonly DraftStatement[], facts: readonly Observation[]): string {
  const revenue = facts.find((fact) => fact.direction === 'revenue' && fact.code === '' && fact.fund === 'all' && fact.use === undefined);
  const spending = facts.filter(
    (fact) => fact.direction === 'expenditure' && fact.fund === 'all' && fact.use === undefined && fact.classification === 'functional',
  );
  const total = spending.find(({ code, cell }) => code === '' && cell.endsWith('.total.total')) ?? spending.find(({ code }) => code === '');
  const change = statements.find(({ measure, cell, number }) => measure === 'change' && number !== undefined && cell === total?.cell);
  const parts: string[] = [];
  const sentences = [
    ...(total ? [`本年计划支出 ${figure(total)}。`] : []),
    ...(revenue && revenue.cell !== total?.cell ? [`收入 ${figure(revenue)}。`] : []),
    ...(change ? [`与${change.basis ?? '上年'}相比，支出<Statement id="${change.id}" />。`] : []),
  ];
  if (sentences.length > 0) parts.push('## 收支总体情况', sentences.join(''));
  const table = total && parseCellReference(total.cell)?.table;
  const functions = spending
    .filter(({ code, cell }) => code.length === 3 && parseCellReference(cell)?.table === table)
    .sort((a, b) => toDrawing(b.value) - toDrawing(a.value))
    .slice(0, MOST_FUNCTIONS);
  if (functions.length > 0)
    parts.push('## 钱用在哪里', `最多的几项是${functions.map((fact) => `${fact.label} ${figure(fact)}`).join('，')}。`);
  const three = facts.find(({ classification, code }) => classification === 'three-public' && code === '');
  if (three) parts.push('## “三公”经费', `“三公”经费预算 ${figure(three)}。`);
  return parts.length > 0 ? `${parts.join('\n\n')}\n` : '';
}

function figure({ cell }: Observation): string {
  const { table = '', row = '', column = '' } = parseCellReference(cell) ?? {};
  return table === 'statements' ? `<Statement id="${row}" />` : `<Figure table="${table}" row="${row}" column="${column}" />`;
}
