/** The open data of the project's own archive, read by programs that know nothing of ours. Long: a set of tests for each form. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DuckDBInstance } from '@duckdb/node-api';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileFolder } from '../archive/compile.ts';
import type { Archive } from '../domain/archive.ts';
import { formatDecimal } from '../domain/decimal.ts';
import { type Exact, exact, plus, product } from '../domain/exact.ts';
import { dataPackage } from '../snapshot/data-package.ts';
import { PROJECT } from '../testing/commands.ts';
import { DATA_PACKAGE_PROFILE } from '../testing/data-package-profile.ts';
import { checkTable, type TableSchema } from '../testing/table-schema.ts';
import { digits } from '../views/amount.ts';
import { ownEdition } from '../views/editions.ts';
import { asPrinted, latestTotal, observationsOfUnit, totalSeries } from '../views/select.ts';
import { unitPage } from '../views/unit.ts';
import { Partitions } from './parquet.ts';
import { RELATIONS } from './relations/all.ts';
import { columnsOf } from './relations/relation.ts';
import { SAMPLE_QUERIES } from './sample-queries.ts';
import { writeDownloads, writeUnitsData, writeWebData } from './write-open-data.ts';

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly schema?: TableSchema;
}

const folders: string[] = [];
let archive: Archive;
let site: string;
let database: DatabaseSync;

beforeAll(async () => {
  archive = await compileFolder(PROJECT);
  site = writeSite(archive);
  database = new DatabaseSync(join(site, 'data/budgets.sqlite'), { readOnly: true });
});
afterAll(() => {
  database.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Everything but the pages, as a build writes it. */
function writeSite(of: Archive, root = PROJECT): string {
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-data-'));
  folders.push(folder);
  const partitions = new Partitions(join(folder, 'waiting'));
  writeDownloads(of, folder, partitions);
  writeUnitsData(of, root, folder);
  writeWebData(of, folder, partitions);
  return folder;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

const json = <Value>(path: string, from = site): Value => JSON.parse(readFileSync(join(from, path), 'utf8')) as Value;
const packages = (from = site): string[] => filesIn(from).filter((file) => file.endsWith('datapackage.json'));

/** What the archive's own values sum to, in ones of the currency. */
function exactTotal(): string {
  const total = archive.observations.reduce<Exact>(
    (sum, { measure, value, scale }) =>
      measure === 'amount' ? plus(sum, product(exact(value), { coefficient: BigInt(archive.facts.scales[scale] ?? 0), places: 0 })) : sum,
    { coefficient: 0n, places: 0 },
  );
  return formatDecimal(total);
}

describe('data packages', () => {
  it('are there for the whole and for each document, and valid by the profile', () => {
    const ajv = new Ajv({ allErrors: true, strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(DATA_PACKAGE_PROFILE);
    expect(packages()).toEqual(
      ['datapackage.json', ...[...archive.disclosures.keys()].map((key) => `units/${key}/datapackage.json`)].sort(),
    );
    for (const file of packages()) expect([file, validate(json(file)), validate.errors]).toEqual([file, true, null]);
  });

  it('of another government too', async () => {
    const root = join(PROJECT, 'src/testing/governments/port-alder');
    const other = await compileFolder(root);
    const folder = writeSite(other, root);
    const ajv = new Ajv({ allErrors: true, strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(DATA_PACKAGE_PROFILE);
    const found = packages(folder);
    expect(found.length).toBeGreaterThan(other.disclosures.size / 2);
    for (const file of found) expect([file, validate(json(file, folder)), validate.errors]).toEqual([file, true, null]);
  });

  it('of a snapshot too', () => {
    const ajv = new Ajv({ allErrors: true, strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(DATA_PACKAGE_PROFILE);
    const file = { bytes: 1, sha256: 'ab' };
    const described = dataPackage(archive, '0', { path: 'observations.csv', ...file }, (path) => ({ path: `archive/${path}`, ...file }));
    expect([validate(described), validate.errors]).toEqual([true, null]);
  });

  it('the profile refuses what it should: the test above is not blind', () => {
    const ajv = new Ajv({ strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(DATA_PACKAGE_PROFILE);
    const good = json<{ resources: object[] }>('datapackage.json');
    const [first] = good.resources;
    expect(validate(good)).toBe(true);
    expect(validate({ ...good, resources: [] })).toBe(false);
    expect(validate({ ...good, contributors: [] })).toBe(false);
    expect(validate({ ...good, resources: [{ ...first, path: '../units.csv' }] })).toBe(false);
    expect(validate({ ...good, resources: [{ ...first, schema: { fields: [{ name: 'a', type: 'money' }] } }] })).toBe(false);
    expect(validate({ ...good, resources: [{ ...first, hash: 'sha256:xyz' }] })).toBe(false);
    expect(validate({ ...good, licences: good.resources })).toBe(false);
    const fields = (field: object): object => ({ ...good, resources: [{ ...first, schema: { fields: [{ name: 'a', ...field }] } }] });
    expect(validate(fields({ type: 'number', groupChar: ',' }))).toBe(true);
    expect(validate(fields({ type: 'string', groupChar: ',' }))).toBe(false);
    expect(validate(fields({ type: 'date', constraints: { minimum: 2024 } }))).toBe(false);
    expect(validate(fields({ type: 'number', missingValues: ['', { value: '-' }] }))).toBe(false);
  });

  it('say what their files are: size, digest, and the type of every cell, key and reference', () => {
    const faults: string[] = [];
    let cells = 0;
    for (const file of packages()) {
      const { resources } = json<{ resources: Resource[] }>(file);
      const tables = new Map<string, ReturnType<typeof checkTable>>();
      for (const { name, path, bytes, hash, schema } of resources) {
        const content = readFileSync(join(site, dirname(file), path));
        if (content.length !== bytes) faults.push(`${path}: ${content.length} bytes, not ${bytes}`);
        if (`sha256:${createHash('sha256').update(content).digest('hex')}` !== hash) faults.push(`${path}: another digest`);
        if (!schema) continue;
        const table = checkTable(`${file} ${name}`, content.toString('utf8'), schema);
        faults.push(...table.faults);
        cells += table.rows.length * schema.fields.length;
        tables.set(name, table);
      }
      for (const { name, schema } of resources) {
        for (const { fields, reference } of schema?.foreignKeys ?? []) {
          const known = new Set(tables.get(reference.resource ?? name)?.rows.map((row) => row[reference.fields]));
          const dangling = tables.get(name)?.rows.filter((row) => row[fields] !== null && !known.has(row[fields] ?? null));
          if (dangling?.length !== 0) faults.push(`${name}.${fields} refers to nothing in ${reference.resource ?? name}`);
        }
      }
    }
    expect(faults).toEqual([]);
    expect(cells).toBeGreaterThan(20_000);
  });

  it('hold most figures as numbers, not as texts', () => {
    const types = packages().flatMap((file) =>
      json<{ resources: Resource[] }>(file).resources.flatMap(({ schema }) => schema?.fields.map(({ type }) => type) ?? []),
    );
    expect(types.filter((type) => type === 'number').length).toBeGreaterThan(100);
  });

  it('the checker refuses a letter among numbers: the test above is not blind', () => {
    const schema = { fields: [{ name: 'a', type: 'number', groupChar: ',' }], missingValues: ['', '-'] };
    expect(checkTable('t', 'a\n"1,234.50"\n-\n-3.60\n', schema).faults).toEqual([]);
    expect(checkTable('t', 'a\n12x\n', schema).faults).toHaveLength(1);
    expect(checkTable('t', 'b\n12\n', schema).faults).toHaveLength(1);
  });
});

describe('the CSV', () => {
  it('of a printed table is byte for byte the file of the archive, and has no formula in it', () => {
    for (const { unit, id, tables } of archive.disclosures.values()) {
      for (const table of tables.filter(({ file }) => file !== undefined)) {
        for (const row of table.rows)
          for (const { raw, content } of row.cells.values()) if (content === 'words') expect(raw).not.toMatch(/^[=+@]|^-(?=.*[^-—\d.,%])/);
        expect(readFileSync(join(site, 'units', unit, id, `${table.id}.csv`))).toEqual(readFileSync(join(PROJECT, table.file ?? '')));
      }
    }
  });

  it('of a relation keeps minus signs and printed dashes', () => {
    const csv = readFileSync(join(site, 'data/statements.csv'), 'utf8');
    expect(csv).toContain(',change,-43.29,');
    expect(csv).not.toContain("'-43.29");
  });
});

describe('the SQLite file', () => {
  it('is whole: integrity and every reference', () => {
    expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
    const keys = database
      .prepare("SELECT count(*) AS n FROM sqlite_schema, pragma_foreign_key_list(sqlite_schema.name) WHERE type = 'table'")
      .get();
    expect(Number(keys?.n)).toBeGreaterThan(10);
  });

  it('answers the totals that the pages show', () => {
    const total = database.prepare(
      `SELECT value, scale FROM observations WHERE unit = ? AND year = ? AND stage = ? AND fund = ?
       AND direction = 'expenditure' AND code IS NULL AND use IS NULL AND measure = 'amount' AND coalesce(classification, 'functional') = 'functional'`,
    );
    const shown = [...archive.units.keys()].flatMap((unit) => {
      const found = latestTotal(totalSeries(archive, observationsOfUnit(archive, unit)));
      const [key] = unitPage(ownEdition(archive), unit).keys;
      if (!found || !key) return [];
      const answers = total.all(unit, found.year, found.stage, found.fund);
      expect(
        answers.map(({ value }) => String(value)),
        unit,
      ).toContain(formatDecimal(asPrinted(found).value));
      expect(key.text).toBe(digits({ archive }, found.value));
      return [`${key.text} ${key.unit}`];
    });
    expect(shown.length).toBeGreaterThan(3);
    expect(shown).toContain('339.43 万元');
  });

  it('sums amounts exactly, in the smallest part of the currency', () => {
    const { sum } = database.prepare('SELECT sum(amount_minor) AS sum FROM observations').get() as { sum: number };
    const { value } = database.prepare("SELECT value FROM archive WHERE name = 'minor_per_one'").get() as { value: string };
    expect(value).toBe('100');
    expect(formatDecimal({ coefficient: BigInt(sum), places: 2 }).replace(/\.00$/, '')).toBe(exactTotal().replace(/\.0+$/, ''));
  });

  it('has every cell as printed', () => {
    const found = database
      .prepare(
        `SELECT printed, value, content FROM cells JOIN rows USING (row)
         WHERE "table" = 'haining-migrant-services/2023-budget/expenditure' AND key = 'total' AND "column" IN ('total', 'business-operations')`,
      )
      .all();
    expect(found).toContainEqual({ printed: '339.43', value: '339.43', content: 'number' });
    const { cells } = database.prepare('SELECT count(*) AS cells FROM cells').get() as { cells: number };
    const all = [...archive.disclosures.values()].flatMap(({ tables }) =>
      tables.flatMap(({ rows }) => rows.flatMap((row) => [...row.cells.keys()])),
    );
    expect(cells).toBe(all.length);
  });

  it('is what Datasette’s metadata describe, column by column', () => {
    const { databases } = json<{
      databases: Record<string, { tables: Record<string, { hidden?: true; columns: Record<string, string> }> }>;
    }>('data/datasette.json');
    const listed = Object.entries(databases.budgets?.tables ?? {});
    const described = listed.filter(([, { hidden }]) => !hidden);
    for (const [table, { columns }] of described) {
      const real = database.prepare('SELECT name FROM pragma_table_info(?)').all(table);
      expect(real.map(({ name }) => name)).toEqual(Object.keys(columns));
    }
    expect(described).toHaveLength(10);
    // Nothing else is in the file but what the archive says of itself.
    const real = database
      .prepare("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name <> 'archive' AND name NOT LIKE 'sqlite_%'")
      .all();
    expect(real.map(({ name }) => name).sort()).toEqual(listed.map(([name]) => name).sort());
  });

  it('has each value under the name of its column, whether it stands in a table or in several', () => {
    for (const relation of RELATIONS) {
      const columns = columnsOf(relation, 'database').map(({ name }) => name);
      const rows = database.prepare(`SELECT * FROM "${relation.name}"`).all();
      const order = (all: readonly (readonly unknown[])[]): string[] =>
        all.map((row) => row.map((value) => String(value ?? '')).join('|')).sort();
      const expected = Array.from(relation.rows(archive, 'database'), (row) =>
        row.map((value) => (typeof value === 'object' ? formatDecimal(value) : typeof value === 'boolean' ? Number(value) : value)),
      );
      expect(order(rows.map((row) => columns.map((name) => row[name])))).toEqual(order(expected));
    }
  });
});

describe('Parquet in DuckDB', () => {
  const ask = async (query: string): Promise<string[][]> => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    try {
      const rows = (await connection.runAndReadAll(query)).getRowsJson();
      return rows.map((row) => row.map(String));
    } finally {
      connection.closeSync();
    }
  };
  const file = (): string => join(site, 'data/observations.parquet');

  it('sums to the same, exactly', async () => {
    const [[sum = '', type = '']] = (await ask(`SELECT sum(amount), typeof(sum(amount)) FROM '${file()}'`)) as [string[]];
    expect(sum.replace(/\.?0+$/, '')).toBe(exactTotal().replace(/\.0+$/, ''));
    expect(type).toMatch(/^DECIMAL\(38,/);
  });

  it('has every figure of every unit, year and stage', async () => {
    const rows = await ask(`SELECT unit, year, stage, count(*), sum(value) FROM '${file()}' GROUP BY ALL ORDER BY ALL`);
    const groups = Map.groupBy(archive.observations, ({ unit, year, stage }) => `${unit} ${year} ${stage}`);
    const expected = [...groups]
      .map(([key, own]) => {
        const total = own.reduce<Exact>((sum, { value }) => plus(sum, exact(value)), { coefficient: 0n, places: 6 });
        return `${key} ${own.length} ${formatDecimal(total)}`;
      })
      .sort();
    expect(rows.map((row) => row.join(' ')).sort()).toEqual(expected);
  });

  it('in parts by region and year is the same data', async () => {
    const parts = `read_parquet('${join(site, 'data/observations')}/*/*/part.parquet', hive_partitioning = true, hive_types = {'region': VARCHAR, 'year': INTEGER})`;
    const columns = 'unit, region, year, stage, label, value, amount, address';
    const difference = `(SELECT ${columns} FROM ${parts} EXCEPT ALL SELECT ${columns} FROM '${file()}')`;
    const reverse = `(SELECT ${columns} FROM '${file()}' EXCEPT ALL SELECT ${columns} FROM ${parts})`;
    expect(await ask(`SELECT count(*) FROM (${difference} UNION ALL ${reverse})`)).toEqual([['0']]);
    expect(await ask(`SELECT count(*) FROM ${parts}`)).toEqual([[String(archive.observations.length)]]);
  });

  it('reads the CSV and the JSON as the same figures', async () => {
    const sums = await Promise.all(
      ['observations.csv', 'observations.json'].map((name) =>
        ask(`SELECT sum(CAST(amount AS DECIMAL(38, 2))), count(*) FROM '${join(site, 'data', name)}'`),
      ),
    );
    expect(sums[0]).toEqual(sums[1]);
    expect(sums[0]?.[0]?.[1]).toBe(String(archive.observations.length));
    expect(sums[0]?.[0]?.[0]?.replace(/\.?0+$/, '')).toBe(exactTotal().replace(/\.0+$/, ''));
  });

  it.each(SAMPLE_QUERIES.filter(({ tool }) => tool === 'duckdb').map(({ title, text }) => [title.zh, text]))(
    'answers “%s”',
    async (_, text) => {
      const rows = await ask(text.replace('observations.parquet', file()));
      expect(rows.length).toBeGreaterThan(5);
    },
  );
});

describe('sample queries', () => {
  it.each(SAMPLE_QUERIES.filter(({ tool }) => tool === 'sqlite').map(({ title, text }) => [title.zh, text]))(
    '“%s” is answered',
    (_, text) => {
      expect(database.prepare(text).all().length).toBeGreaterThan(3);
    },
  );

  it('name each total once: adding the answers counts nothing twice', () => {
    const [query] = SAMPLE_QUERIES;
    const rows = database.prepare(query?.text ?? '').all();
    expect(new Set(rows.map(({ unit, year, stage }) => `${unit} ${year} ${stage}`)).size).toBe(rows.length);
  });
});

describe('the JSON API', () => {
  it('leads from the index to every cell', () => {
    const { units } = json<{ units: string }>('api/v1/index.json');
    let cells = 0;
    for (const { href } of json<{ href: string }[]>(units.slice(1))) {
      for (const disclosure of json<{ disclosures: { href: string }[] }>(href.slice(1)).disclosures) {
        for (const table of json<{ tables: { href: string }[] }>(disclosure.href.slice(1)).tables) {
          const { rows, citation } = json<{
            rows: { cells: Record<string, { cell: string; value?: string }> }[];
            citation: { gbt7714: string };
          }>(table.href.slice(1));
          expect(citation.gbt7714).toContain('[DS/OL]');
          cells += rows.reduce((sum, row) => sum + Object.keys(row.cells).length, 0);
        }
      }
    }
    expect(cells).toBe((database.prepare('SELECT count(*) AS cells FROM cells').get() as { cells: number }).cells);
  });

  it('keeps printed decimals as texts', () => {
    const table = json<{ rows: { row: string; cells: Record<string, { value: string; printed: string }> }[] }>(
      'api/v1/units/haining-migrant-services/2023-budget/expenditure.json',
    );
    expect(table.rows.find(({ row }) => row === 'total')?.cells.total).toEqual({
      cell: 'expenditure.total.total',
      content: 'number',
      printed: '339.43',
      value: '339.43',
    });
  });

  it('has the codes of every classification', () => {
    const { classifications } = json<{ classifications: { href: string; codes: number }[] }>('api/v1/codes.json');
    for (const { href, codes } of classifications) expect(json<{ codes: object[] }>(href.slice(1)).codes).toHaveLength(codes);
    expect(classifications).toHaveLength(archive.classifications.size);
  });
});

describe('the catalogue', () => {
  it('lists every document with its files, in terms of DCAT', () => {
    const graph = json<{
      '@graph': { '@id': string; '@type': string; 'dcat:dataset'?: { '@id': string }[]; 'dcat:distribution'?: object[] }[];
    }>('catalog.jsonld')['@graph'];
    const [catalogue, ...datasets] = graph;
    expect(catalogue?.['@type']).toBe('dcat:Catalog');
    expect(catalogue?.['dcat:dataset']?.map((each) => each['@id'])).toEqual(datasets.map((each) => each['@id']));
    expect(datasets).toHaveLength(archive.disclosures.size + 1);
    for (const dataset of datasets) expect(dataset['dcat:distribution']?.length, dataset['@id']).toBeGreaterThan(0);
  });
});

it('the same archive makes the same bytes', async () => {
  const digests = (folder: string): Record<string, string> =>
    Object.fromEntries(
      filesIn(folder).map((file) => [
        file,
        createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex'),
      ]),
    );
  const again = digests(writeSite(await compileFolder(PROJECT)));
  expect(again).toEqual(digests(site));
  expect(Object.keys(again).length).toBeGreaterThan(60);
});
