/** What a figure is of, in a few words. */
import type { Observation } from '../domain/archive.ts';
import { parseCellReference } from '../domain/cell-reference.ts';
import { isBareTotal, withoutNumbering } from '../domain/printed-name.ts';
import { type Edition, label as labelOf } from './edition.ts';
import { fundName, useName, yearLabel } from './names.ts';

/** "2015 年初预算 · 住房保障支出", "2015 年调整后预算 · “三公”经费合计" */
export function factName(edition: Edition, observation: Observation): string {
  const { year, stage, use } = observation;
  return edition.language.fact.name(
    edition.language.yearAndStage(yearLabel(edition, year), stage),
    bareName(edition, observation),
    use === undefined ? undefined : useName(edition, use),
  );
}

/** Without the heads above a column, the numbering that some tables print (一、), and with what a bare total is the total of. */
function bareName(edition: Edition, observation: Observation): string {
  const name = withoutNumbering(withoutHeads(edition, observation));
  if (!isBareTotal(name)) return labelOf(edition, name);
  const { direction, fund } = observation;
  return edition.language.fact.total(fundName(edition, fund), direction);
}

/** A figure whose column says what it is of is labelled with the path of that column's heads; a row's name may hold a stroke of its own. */
function withoutHeads({ archive }: Edition, { unit, disclosure, cell, label }: Observation): string {
  const reference = parseCellReference(cell);
  const table = archive.disclosures.get(`${unit}/${disclosure}`)?.tables.find(({ id }) => id === reference?.table);
  const column = table?.columns.find(({ kind }) => kind.id === reference?.column);
  if (column?.label !== label) return label;
  const heads = label.split('/');
  const last = heads.at(-1) ?? label;
  return isBareTotal(last) ? `${heads.at(-2) ?? ''}${last}` : last;
}
