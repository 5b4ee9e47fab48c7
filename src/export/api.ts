/**
 * The static JSON API, version 1: plain files below `api/v1/`, whose paths and fields only ever gain, never change.
 * From the index to units, their disclosures, tables and cells; decimals are strings, absent fields are left out.
 */
import { apa, bibtex, cslItem, gbt7714 } from '../citation/citation.ts';
import { type CitedWork, citedDisclosure, citedPart, citedUnit } from '../citation/cited-work.ts';
import type { Archive, Disclosure, Row, Table, Unit } from '../domain/archive.ts';
import { formatCellReference } from '../domain/cell-reference.ts';
import { formatDecimal } from '../domain/decimal.ts';
import type { Classification } from '../domain/declarations.ts';
import { addressOf, cellPath, disclosurePath, unitPath } from './addresses.ts';
import { writePlain } from './file-sink.ts';
import { jsonValue, recordsOf } from './json.ts';
import { disclosures, statements, tables } from './relations/documents.ts';
import { observations } from './relations/observations.ts';
import { units } from './relations/places.ts';
import { columnsOf, type Relation } from './relations/relation.ts';

const ROOT = '/api/v1';

/** The index, and what lists the whole archive. */
export function writeApiLists(site: string, archive: Archive): void {
  const write = writerOf(site);
  write(`${ROOT}/index.json`, index(archive));
  writeList(site, `${ROOT}/units.json`, unitLines(archive));
  write(`${ROOT}/codes.json`, {
    classifications: [...archive.classifications.values()].map(({ name, version, codes }) => ({
      classification: name,
      version,
      codes: codes.size,
      href: here(archive, `${ROOT}/codes/${name}/${version}.json`),
    })),
  });
  for (const each of archive.classifications.values()) write(`${ROOT}/codes/${each.name}/${each.version}.json`, codesOf(each));
}

/** Each unit with its disclosures and their tables; of a part of an archive, those of its units. */
export function writeApiUnits(site: string, archive: Archive): void {
  const write = writerOf(site);
  const ofUnit = Map.groupBy(archive.disclosures.values(), ({ unit }) => unit);
  const observed = Map.groupBy(recordsOf(observations, archive), (_, index) => archive.observations[index]?.unit);
  for (const unit of archive.units.values()) {
    const own = ofUnit.get(unit.id) ?? [];
    write(`${ROOT}/units/${unit.id}.json`, unitValue(archive, unit, own));
    writeList(site, `${ROOT}/units/${unit.id}/observations.json`, observed.get(unit.id) ?? []);
    for (const disclosure of own) {
      write(`${ROOT}${disclosurePath(disclosure).slice(0, -1)}.json`, disclosureValue(archive, disclosure));
      const work = citedDisclosure(archive, disclosure);
      for (const table of disclosure.tables)
        writePlain(site, tablePath(disclosure, table).slice(1), `${tableJson(archive, disclosure, table, work)}\n`);
    }
  }
}

function writerOf(site: string): (path: string, value: object) => void {
  return (path, value) => writePlain(site, path.slice(1), `${JSON.stringify(value)}\n`);
}

function index(archive: Archive): object {
  const { facts, digest } = archive;
  return {
    title: facts.title.zh,
    description: facts.description.zh,
    api: '1',
    version: digest,
    licence: facts.licence.url,
    counts: {
      units: archive.units.size,
      disclosures: archive.disclosures.size,
      observations: archive.whole?.counted?.observations ?? archive.observations.length,
    },
    units: here(archive, `${ROOT}/units.json`),
    codes: here(archive, `${ROOT}/codes.json`),
    datapackage: here(archive, '/datapackage.json'),
    volumes: archive.whole?.inVolumes ? here(archive, '/data/volumes.csv') : undefined,
  };
}

function* unitLines(archive: Archive): Iterable<string> {
  for (const record of records(units, archive))
    yield JSON.stringify({ ...record, href: here(archive, `${ROOT}/units/${(record as { unit: string }).unit}.json`) });
}

function unitValue(archive: Archive, unit: Unit, own: readonly Disclosure[]): object {
  return {
    ...first(records(units, { ...archive, units: new Map([[unit.id, unit]]) })),
    version: unit.version,
    observations: here(archive, `${ROOT}${unitPath(unit.id)}observations.json`),
    disclosures: own.map((each) => ({
      disclosure: `${each.unit}/${each.id}`,
      year: each.year,
      type: each.type,
      title: each.title,
      href: here(archive, `${ROOT}${disclosurePath(each).slice(0, -1)}.json`),
    })),
    citation: cited(citedUnit(archive, unit)),
  };
}

function disclosureValue(archive: Archive, disclosure: Disclosure): object {
  const alone = { ...archive, disclosures: new Map([[`${disclosure.unit}/${disclosure.id}`, disclosure]]) };
  const verdicts = Object.fromEntries(
    [...Map.groupBy(disclosure.checks, ({ verdict }) => verdict)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([verdict, found]) => [verdict, found.length]),
  );
  return {
    ...first(records(disclosures, alone)),
    version: disclosure.version,
    tables: [...records(tables, alone)].map((record, position) => ({
      ...record,
      href: here(archive, tablePath(disclosure, disclosure.tables[position] as Table)),
    })),
    statements: [...records(statements, alone)],
    checks: verdicts,
    citation: cited(citedDisclosure(archive, disclosure)),
  };
}

/** Of all that a document has, its cells are the most: their JSON is made as it is written, without objects of it. */
function tableJson(archive: Archive, disclosure: Disclosure, table: Table, work: CitedWork): string {
  const { id, title, state, kind, scale, statement, note, remark, columns, rows } = table;
  const facts = JSON.stringify({
    table: `${disclosure.unit}/${disclosure.id}/${id}`,
    title,
    state,
    kind: kind?.id,
    scale,
    statement,
    note,
    remark,
    address: addressOf(archive.facts, cellPath(disclosure, id)),
    columns: columns.map(({ kind: { id: column, role, stage, basis, fund, use }, label }) => ({
      column,
      label,
      role,
      stage,
      basis,
      fund,
      use,
    })),
  });
  const citation = JSON.stringify(cited(citedPart(work, id, title)));
  return `${facts.slice(0, -1)},"rows":[${rows.map((row) => rowJson(id, row)).join(',')}],"citation":${citation}}`;
}

function rowJson(table: string, { key, name, code, level, total, direction, cells }: Row): string {
  const printedCode = code === undefined ? '' : `,"code":${JSON.stringify(code)}`;
  const ofDirection = direction === undefined ? '' : `,"direction":${JSON.stringify(direction)}`;
  let own = '';
  for (const [column, { raw, content, value }] of cells) {
    const cell = JSON.stringify(formatCellReference({ table, row: key, column }));
    const figure = value ? `,"value":"${formatDecimal(value)}"` : '';
    own += `${own === '' ? '' : ','}${JSON.stringify(column)}:{"cell":${cell},"content":"${content}","printed":${JSON.stringify(raw)}${figure}}`;
  }
  return `{"row":${JSON.stringify(key)},"name":${JSON.stringify(name)}${printedCode},"level":${level},"total":${total}${ofDirection},"cells":{${own}}}`;
}

function codesOf({ name, version, codes }: Classification): object {
  return {
    classification: name,
    version,
    codes: [...codes.values()].map(({ code, label, parent, definition, variants }) => ({ code, label, parent, definition, variants })),
  };
}

function tablePath(disclosure: Disclosure, table: Table): string {
  return `${ROOT}${disclosurePath(disclosure)}${table.id}.json`;
}

/** Without the day of access, which the one who cites adds. */
function cited(work: CitedWork): object {
  return { gbt7714: gbt7714(work), apa: apa(work), bibtex: bibtex(work), csl: [cslItem(work)] };
}

function* records(relation: Relation, archive: Archive): Iterable<object> {
  const columns = columnsOf(relation, 'files');
  for (const row of relation.rows(archive, 'files'))
    yield Object.fromEntries(columns.map(({ name }, index) => [name, jsonValue(row[index])]));
}

function first(values: Iterable<object>): object {
  for (const value of values) return value;
  return {};
}

/** `values` are JSON already. */
function writeList(site: string, path: string, values: Iterable<string>): void {
  const lines = [...values];
  writePlain(site, path.slice(1), lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`);
}

function here({ facts }: Archive, path: string): string {
  return addressOf(facts, path);
}
