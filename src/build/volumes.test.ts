/** A large archive's data in volumes are the data that a small one publishes whole; here of an archive that is small. */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DuckDBInstance } from '@duckdb/node-api';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileArchive, compileFolder } from '../archive/compile.ts';
import type { Archive, Whole } from '../domain/archive.ts';
import type { FileFacts } from '../domain/file-facts.ts';
import type { Volume } from '../domain/volume.ts';
import { Partitions } from '../export/parquet.ts';
import { volumesOf, writeDownloads, writePartData, writeUnitsData } from '../export/write-open-data.ts';
import { loadRules } from '../rules/load.ts';
import { PROJECT } from '../testing/commands.ts';
import { DATA_PACKAGE_PROFILE } from '../testing/data-package-profile.ts';
import { dataPage } from '../views/data.ts';
import { ownEdition } from '../views/editions.ts';
import { compileInParts } from './large-archive.ts';
import { partPages } from './part-pages.ts';
import { PartStore } from './part-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingzhang-volumes-'));
const [site, whole] = [join(folder, 'site'), join(folder, 'whole')];
let archive: Archive;
let downloads: FileFacts[];
let volumes: string[];
let listed: Volume[];

beforeAll(async () => {
  const store = new PartStore(join(folder, 'store'));
  const large = await compileInParts({ archiveRoot: PROJECT, generator: 'test', store, processes: 1 });
  archive = { ...large.archive, whole: { ...(large.archive.whole as Whole), inVolumes: true } };
  const rules = await loadRules();
  const told = partPages(large, large.facts);
  const kept = large.plan.parts.map(({ files, key }, index) => {
    const part = { ...compileArchive(files, rules), digest: '', whole: { ...(told[index]?.whole as Whole), inVolumes: true } };
    writeUnitsData(part, PROJECT, site);
    writePartData(part, join(folder, key), site);
    return join(folder, key);
  });
  downloads = writeDownloads(archive, site, new Partitions(join(folder, 'waiting')), kept);
  writeDownloads(await compileFolder(PROJECT), whole, new Partitions(join(folder, 'waiting')));
  listed = volumesOf(archive, kept);
  volumes = readdirSync(join(site, 'data/volumes')).sort();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lines = (path: string): string[] => readFileSync(path, 'utf8').split('\n').slice(0, -1);
const json = (path: string): object => JSON.parse(readFileSync(path, 'utf8')) as object;

it('are several, and their list names each with its units', () => {
  const list = lines(join(site, 'data/volumes.csv')).slice(1);
  expect(volumes.length).toBeGreaterThan(2);
  expect(list.map((line) => line.split(',')[0]).sort()).toEqual(volumes);
  for (const line of list) {
    const [path = '', sha256] = line.split(',').slice(-2);
    expect(
      createHash('sha256')
        .update(readFileSync(join(site, path)))
        .digest('hex'),
    ).toBe(sha256);
  }
  expect(list.reduce((sum, line) => sum + Number(line.split(',')[3]), 0)).toBe(archive.disclosures.size);
});

describe.each(['observations', 'checks'])('the CSV of %s', (name) => {
  it('is that of all volumes one after the other', () => {
    const all = lines(join(whole, `data/${name}.csv`));
    const parts = volumes.map((volume) => lines(join(site, `data/volumes/${volume}/${name}.csv`)));
    expect(new Set(parts.map(([head]) => head))).toEqual(new Set([all[0]]));
    expect(parts.flatMap((part) => part.slice(1))).toEqual(all.slice(1));
  });
});

it('the JSON of all units is that of the whole', () => {
  const read = (path: string): unknown[] => json(path) as unknown[];
  expect([...archive.units.keys()].flatMap((unit) => read(join(site, `api/v1/units/${unit}/observations.json`)))).toEqual(
    read(join(whole, 'data/observations.json')),
  );
});

it('what is not in volumes is as in a small archive', () => {
  for (const name of ['regions', 'units', 'codes', 'disclosures', 'tables', 'statements'])
    expect(readFileSync(join(site, `data/${name}.csv`)).equals(readFileSync(join(whole, `data/${name}.csv`))), name).toBe(true);
});

it('the database of a volume stands by itself, and all together have every row', () => {
  const count = (path: string, table: string): number => {
    const database = new DatabaseSync(path, { readOnly: true });
    try {
      expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
      expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
      return Number(database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n);
    } finally {
      database.close();
    }
  };
  for (const table of ['units', 'disclosures', 'rows', 'cells', 'observations', 'checks']) {
    const own = volumes.map((volume) => count(join(site, `data/volumes/${volume}/budgets.sqlite`), table));
    expect(own.reduce((a, b) => a + b)).toBe(count(join(whole, 'data/budgets.sqlite'), table));
  }
});

it('the Parquet that is joined of their groups of rows, and the files by region and year, have every row', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const ask = async (query: string): Promise<unknown> => (await connection.runAndReadAll(query)).getRowsJson();
  const joined = `'${join(site, 'data/observations.parquet')}'`;
  const partitions = `read_parquet('${join(site, 'data/observations')}/*/*/*.parquet', hive_partitioning = true, hive_types = {'region': VARCHAR, 'year': INTEGER})`;
  const all = `'${join(whole, 'data/observations.parquet')}'`;
  try {
    for (const own of [joined, partitions])
      expect(
        await ask(`SELECT count(*) FROM ((SELECT * FROM ${own} EXCEPT ALL SELECT * FROM ${all})
          UNION ALL (SELECT * FROM ${all} EXCEPT ALL SELECT * FROM ${own}))`),
      ).toEqual([['0']]);
    // What is said of where columns begin and what they hold at least and at most is what queries leave groups out by.
    const some = 'count(*), sum(amount) FROM';
    const where = "WHERE year = 2023 AND unit >= 'p' AND value > 100";
    expect(await ask(`SELECT ${some} ${joined} ${where}`)).toEqual(await ask(`SELECT ${some} ${all} ${where}`));
  } finally {
    connection.closeSync();
  }
});

it('each is a valid data package whose files are as it says, and the whole leads to it', () => {
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile(DATA_PACKAGE_PROFILE);
  const faults: string[] = [];
  const check = (path: string): void => {
    const described = json(join(site, path)) as { resources: { path: string; bytes: number; hash: string }[] };
    expect([path, validate(described), validate.errors]).toEqual([path, true, null]);
    for (const resource of described.resources) {
      const bytes = readFileSync(join(site, path, '..', resource.path));
      const sha256 = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
      if (bytes.length !== resource.bytes || sha256 !== resource.hash) faults.push(`${path}: ${resource.path}`);
      if (resource.path.includes('/volumes/')) check(resource.path);
    }
  };
  check('datapackage.json');
  expect(faults).toEqual([]);
  const { resources } = json(join(site, 'datapackage.json')) as { resources: { path: string }[] };
  expect(resources.filter(({ path }) => path.endsWith('datapackage.json'))).toHaveLength(volumes.length);
});

it('the catalogue leads to those of the volumes, and these list every document once', () => {
  interface Entry {
    readonly '@id': string;
    readonly '@type': string;
    readonly 'dcat:catalog'?: readonly { readonly '@id': string }[];
    readonly 'dcat:landingPage'?: { readonly '@id': string };
  }
  const graph = (path: string): Entry[] => (json(join(site, path)) as { '@graph': Entry[] })['@graph'];
  const ofVolumes = graph('catalog.jsonld').flatMap((entry) => entry['dcat:catalog'] ?? []);
  const pages = ofVolumes.flatMap(({ '@id': id }) => {
    const path = join(id.replace(/#catalogue$/, ''));
    const [catalogue, ...datasets] = graph(path);
    expect(catalogue?.['@type']).toBe('dcat:Catalog');
    expect(join(path, '..', catalogue?.['@id'].replace(/#catalogue$/, '') ?? '')).toBe(path);
    return datasets.map((dataset) => join(path, '..', dataset['dcat:landingPage']?.['@id'] ?? ''));
  });
  expect(pages).toEqual([...archive.disclosures.keys()].map((key) => `units/${key}/`));
});

it('the page of data says where they are', () => {
  const page = dataPage(ownEdition(archive), downloads, listed);
  expect(page.volumes.flatMap(({ files }) => files.map(({ href }) => existsSync(join(site, href))))).toEqual(
    Array(volumes.length * 3).fill(true),
  );
  expect(page.volumes.every(({ name }) => !volumes.includes(name))).toBe(true);
  expect(page.files.map(({ href }) => href)).toContain('/data/volumes.csv');
  expect(page.files.every(({ use }) => use !== '')).toBe(true);
  expect(page.pieces.map(({ address }) => address).join()).toContain('/data/volumes/<册>/budgets.sqlite');
  expect(JSON.stringify([page.queries, page.pieces])).not.toMatch(/data\/budgets\.sqlite|part\.parquet/);
});
