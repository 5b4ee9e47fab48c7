/** What a figure is of, in a few words. */
import type { Archive, Observation } from '../domain/archive.ts';
import { parseCellReference } from '../domain/cell-reference.ts';
import { fundName, useName, yearAndStage } from '../language/views.zh-CN.ts';

const WHOLE = /^(合计|总计|小计)$/;

/** "2015 年初预算 · 住房保障支出", "2015 年调整后预算 · “三公”经费合计" */
export function factName(archive: Archive, observation: Observation): string {
  const { year, stage, use } = observation;
  return `${yearAndStage(year, stage)} · ${bareName(archive, observation)}${use ? `（${useName(use)}）` : ''}`;
}

/** Without the heads above a column, the numbering that some tables print (一、), and with what a bare total is the total of. */
function bareName(archive: Archive, observation: Observation): string {
  const name = withoutHeads(archive, observation).replace(/^[一二三四五六七八九十]+、/, '');
  if (!WHOLE.test(name)) return name;
  const { direction, fund } = observation;
  return `${fundName(fund)}${direction === 'revenue' ? '收入' : direction === 'expenditure' ? '支出' : ''}合计`;
}

/** A figure whose column says what it is of is labelled with the path of that column's heads; a row's name may hold a stroke of its own. */
function withoutHeads(archive: Archive, { unit, disclosure, cell, label }: Observation): string {
  const reference = parseCellReference(cell);
  const table = archive.disclosures.get(`${unit}/${disclosure}`)?.tables.find(({ id }) => id === reference?.table);
  const column = table?.columns.find(({ kind }) => kind.id === reference?.column);
  if (column?.label !== label) return label;
  const heads = label.split('/');
  const last = heads.at(-1) ?? label;
  return WHOLE.test(last) ? `${heads.at(-2) ?? ''}${last}` : last;
}
