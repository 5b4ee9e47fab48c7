import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileFolder } from '../archive/compile.ts';
import type { Archive } from '../domain/archive.ts';
import { Partitions } from '../export/parquet.ts';
import { writeDownloads } from '../export/write-open-data.ts';
import { searchCorpus } from '../search/corpus.ts';
import { WaitingTexts } from '../search/waiting-texts.ts';
import { PROJECT } from '../testing/commands.ts';
import { checksPage } from '../views/checks.ts';
import { classificationsInUse, codeIndexPage, codePage, codesInUse } from '../views/code.ts';
import { coveragePage } from '../views/coverage.ts';
import { editionsOf } from '../views/editions.ts';
import { termPage } from '../views/glossary.ts';
import { homePage } from '../views/home.ts';
import { unitsByRegion } from '../views/lines.ts';
import { compileInParts, type LargeArchive } from './large-archive.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingzhang-large-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  ['the project’s archive', PROJECT],
  ['another government’s', join(PROJECT, 'src/testing/governments/port-alder')],
])('%s, held as a digest', (name, root) => {
  let whole: Archive;
  let large: LargeArchive;
  beforeAll(async () => {
    whole = await compileFolder(root);
    large = await compileInParts(root, 0, 1);
  });

  it('is one', () => {
    expect(large.archive.whole).toBeDefined();
    expect([...large.parts()].length).toBeGreaterThan(1);
    expect([...large.archive.disclosures.values()].every(({ narrative }) => narrative.html === '')).toBe(true);
  });

  it('makes every page that is of several units as the whole does', () => {
    const pagesOf = (archive: Archive): object[] =>
      editionsOf(archive).map((edition) => ({
        home: homePage(edition),
        units: unitsByRegion(edition),
        checks: checksPage(edition),
        coverage: coveragePage(edition),
        terms: [...archive.terms.keys()].map((id) => termPage(edition, id)),
        codes: classificationsInUse(archive).map((classification) => [
          codeIndexPage(edition, classification),
          codesInUse(archive, classification).map((code) => codePage(edition, classification, code)),
        ]),
      }));
    expect(pagesOf(large.archive)).toEqual(pagesOf(whole));
  });

  it('writes the same data from its parts', () => {
    const write = (archive: Archive, parts: Iterable<Archive>, out: string): Record<string, string> => {
      const partitions = new Partitions(`${out}.waiting`);
      const facts = writeDownloads(archive, out, { parts, meanwhile: [partitions] });
      partitions.write(out, 'data/observations', archive);
      const found = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      const bytes = found
        .map(({ parentPath, name }) => join(parentPath, name))
        .map((file) => [file.slice(out.length), digest(file)] as const);
      expect(facts.length).toBeGreaterThan(10);
      return Object.fromEntries(bytes);
    };
    const own = join(folder, name);
    expect(write(large.archive, large.parts(), `${own}-parts`)).toEqual(write(whole, [whole], `${own}-whole`));
  });

  it('is searched in the same texts', () => {
    const texts = new WaitingTexts(join(folder, `${name}.texts`));
    for (const part of large.parts()) texts.add(part);
    const read = ({ shards, ...rest }: ReturnType<typeof searchCorpus>): object => ({
      ...rest,
      shards: shards.map((shard) => shard.map((text) => text())),
    });
    expect(read(searchCorpus(large.archive, texts))).toEqual(read(searchCorpus(whole)));
    texts.discard();
  });
});

function digest(file: string): string {
  return readFileSync(file).toString('base64');
}
