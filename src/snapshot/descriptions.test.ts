/** What the two descriptions of a snapshot's payload must be, by their specifications, for the project's archive. */
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { compileFolder } from '../archive/compile.ts';
import type { FileFacts } from '../domain/file-facts.ts';
import { type ArchiveFiles, filesOnDisk } from '../reading/files.ts';
import { PROJECT } from '../testing/commands.ts';
import { DATA_PACKAGE_PROFILE } from '../testing/data-package-profile.ts';
import { dataPackage } from './data-package.ts';
import { roCrate } from './ro-crate.ts';

const disk: ArchiveFiles = filesOnDisk(PROJECT);
const archive = await compileFolder(PROJECT);
const factsOf = (path: string): FileFacts => ({ path: `archive/${path}`, bytes: disk.read(path).length, sha256: '0'.repeat(64) });

/** What the CSV of observations is like. */
const amounts: FileFacts = { path: 'observations.csv', bytes: 1, sha256: '0'.repeat(64) };

describe('datapackage.json', () => {
  const described = dataPackage(archive, '0.0.0', amounts, factsOf) as { resources: { name: string; path: string }[] };

  it('is what the profiles of version 2 ask for', () => {
    const ajv = new Ajv({ allErrors: true, strict: false });
    addFormats(ajv);
    const validate = ajv.compile(DATA_PACKAGE_PROFILE);
    expect(validate(JSON.parse(JSON.stringify(described))), JSON.stringify(validate.errors, null, 1)).toBe(true);
  });

  it('describes the amounts and each printed table once, and no file that is not there', () => {
    const printed = [...archive.disclosures.values()].flatMap(({ tables }) => tables.flatMap(({ file }) => file ?? []));
    expect(described.resources.map(({ path }) => path).sort()).toEqual([amounts.path, ...printed.map((file) => `archive/${file}`)].sort());
    expect(new Set(described.resources.map(({ name }) => name)).size).toBe(described.resources.length);
  });
});

describe('ro-crate-metadata.json', () => {
  const files = [...disk.paths.map(factsOf), { path: 'archive/原件 (1)#2 50%.pdf', bytes: 4, sha256: '0'.repeat(64) }];
  const crate = JSON.parse(
    JSON.stringify(
      roCrate(archive, { date: '2024-02-29', version: '0.0.0', previous: 'ab'.repeat(64), files, pathOf: (file) => `archive/${file}` }),
    ),
  ) as { '@context': unknown; '@graph': Record<string, unknown>[] };
  const graph = crate['@graph'];
  const byId = new Map(graph.map((entity) => [entity['@id'], entity]));
  const references = graph.flatMap((entity) =>
    Object.values(entity)
      .flat()
      .flatMap((value) => (typeof value === 'object' && value !== null && '@id' in value ? [value['@id']] : [])),
  );

  it('has the descriptor and the root that RO-Crate 1.2 asks for', () => {
    expect(crate['@context']).toBe('https://w3id.org/ro/crate/1.2/context');
    expect(byId.get('ro-crate-metadata.json')).toEqual({
      '@id': 'ro-crate-metadata.json',
      '@type': 'CreativeWork',
      conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
      about: { '@id': './' },
    });
    expect(byId.get('./')).toMatchObject({
      '@type': 'Dataset',
      name: expect.any(String),
      description: expect.any(String),
      datePublished: '2024-02-29',
    });
    const { '@id': id } = (byId.get('./') as { license: { '@id': string } }).license;
    const licence = byId.get(id);
    expect(licence).toMatchObject({ name: expect.any(String), description: expect.any(String) });
  });

  it('is flat, each entity once, and whatever is referred to is described', () => {
    expect(byId.size).toBe(graph.length);
    expect(references.filter((id) => !byId.has(id))).toEqual(['https://w3id.org/ro/crate/1.2']);
    expect([...byId.keys()].filter((id) => id !== 'ro-crate-metadata.json' && !references.includes(id))).toEqual([]);
  });

  it('names each file of the archive by an address that leads to it', () => {
    const parts = (byId.get('./') as { hasPart: { '@id': string }[] }).hasPart.map((part) => part['@id']);
    for (const { path } of files) expect(parts.map(decodeURIComponent), path).toContain(path);
    // Nothing in it may be taken for a query or a fragment.
    for (const part of parts) expect(part).not.toMatch(/[?# ]/);
    expect(parts).toContain('archive/原件%20(1)%232%2050%25.pdf');
  });

  it('says of each document where it comes from, as far as the archive knows', () => {
    for (const { unit, id, title, source } of archive.disclosures.values()) {
      const entity = byId.get(`#${unit}/${id}`);
      expect(entity).toMatchObject({ name: title });
      if (source.sha256) expect(entity?.sha256).toBe(source.sha256);
      if (source.url) expect(entity?.url).toBe(source.url);
      if (source.taken) expect(entity?.sdDatePublished).toBe(source.taken);
    }
  });
});
