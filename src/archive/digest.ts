/**
 * An archive without what only a unit's own pages and files show, so that a large one can be held whole: agreeing
 * checks are only counted, and of tables only those rows stand that a check, a claim or a finding names.
 */
import type { Archive, Check, Disclosure, Narrative, Row } from '../domain/archive.ts';
import { parseCellReference } from '../domain/cell-reference.ts';

export const NO_NARRATIVE: Narrative = { html: '', headings: [], text: '', sections: [] };

/** One for each rule: which rules agreed, and how often, is all that is asked of them. */
const agreeing = new Map<string, Check>();

export function digestOf(archive: Archive): Archive {
  const named = namedRows(archive);
  return {
    ...archive,
    disclosures: new Map([...archive.disclosures].map(([key, disclosure]) => [key, digestOfDisclosure(disclosure, named.get(key))])),
  };
}

function digestOfDisclosure(disclosure: Disclosure, named: ReadonlySet<string> | undefined): Disclosure {
  const isNamed = (table: string, { key }: Row): boolean => named?.has(`${table}.${key}`) ?? false;
  return {
    ...disclosure,
    narrative: NO_NARRATIVE,
    tables: disclosure.tables.map((table) => ({ ...table, rows: table.rows.filter((row) => isNamed(table.id, row)) })),
    checks: disclosure.checks.map((check) => (check.verdict === 'ok' ? agreeingCheck(check.rule) : plainCheck(check))),
  };
}

/** As plain data, which can be kept in a file, and holds no table. */
function plainCheck(check: Check): Check {
  return { ...check, inputs: check.inputs.map(({ cell, value, sign }) => ({ cell, value, sign })) };
}

function agreeingCheck(rule: string): Check {
  let check = agreeing.get(rule);
  if (!check) {
    check = { rule, verdict: 'ok', operation: 'sum', cell: '', place: { file: '' }, inputs: [] };
    agreeing.set(rule, check);
  }
  return check;
}

/** By disclosure, the rows that pages of several units name. */
function namedRows({ disclosures, claims, findings }: Archive): ReadonlyMap<string, ReadonlySet<string>> {
  const rows = new Map<string, Set<string>>();
  const add = (disclosure: string, cell: string): void => {
    const reference = parseCellReference(cell);
    if (!reference) return;
    const own = rows.get(disclosure) ?? new Set();
    rows.set(disclosure, own.add(`${reference.table}.${reference.row}`));
  };
  for (const [key, { checks }] of disclosures) for (const { verdict, cell } of checks) if (verdict !== 'ok') add(key, cell);
  for (const { best, others } of claims) for (const { unit, disclosure, cell } of [best, ...others]) add(`${unit}/${disclosure}`, cell);
  for (const { cell } of findings) {
    const [key, reference] = (cell ?? '').split('#');
    if (key && reference) add(key, reference);
  }
  return rows;
}
