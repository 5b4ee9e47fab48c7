import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileArchive, compileFolder } from '../archive/compile.ts';
import type { Archive, Whole } from '../domain/archive.ts';
import { Partitions } from '../export/parquet.ts';
import { writeDownloads, writePartData } from '../export/write-open-data.ts';
import { loadRules } from '../rules/load.ts';
import { searchCorpus } from '../search/corpus.ts';
import { keepTexts, keptTexts, readText } from '../search/kept-texts.ts';
import { PROJECT } from '../testing/commands.ts';
import { checksPage } from '../views/checks.ts';
import { classificationsInUse, codeIndexPage, codePage, codesInUse } from '../views/code.ts';
import { comparePage } from '../views/compare.ts';
import { coveragePage } from '../views/coverage.ts';
import type { Edition } from '../views/edition.ts';
import { editionsOf } from '../views/editions.ts';
import { termPage } from '../views/glossary.ts';
import { homePage } from '../views/home.ts';
import { unitsByRegion } from '../views/lines.ts';
import { subjectIds, subjectOf } from '../views/subjects.ts';
import { compileInParts, type LargeArchive, shownOfAll } from './large-archive.ts';
import { PartStore } from './part-store.ts';
import { archiveOf } from './subject-pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingzhang-large-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  ['the project’s archive', PROJECT],
  ['another government’s', join(PROJECT, 'src/testing/governments/port-alder')],
])('%s, held as a digest', (name, root) => {
  let whole: Archive;
  let large: LargeArchive;
  /** What is kept of each part. */
  let kept: string[];
  const own = join(folder, name);
  const again = (): Promise<LargeArchive> =>
    compileInParts({ archiveRoot: root, generator: 'test', store: new PartStore(join(own, 'store')), processes: 1 });
  beforeAll(async () => {
    whole = await compileFolder(root);
    large = await again();
    const rules = await loadRules();
    kept = large.plan.parts.map(({ files, key }) => {
      const place = join(own, 'parts', key);
      const part = { ...compileArchive(files, rules), digest: '', whole: large.archive.whole as Whole };
      writePartData(part, place, place);
      keepTexts(part, place);
      return place;
    });
  });

  it('is one', () => {
    expect(large.archive.whole).toBeDefined();
    expect(large.plan.parts.length).toBeGreaterThan(1);
    expect([...large.archive.disclosures.values()].every(({ narrative }) => narrative.html === '')).toBe(true);
  });

  it('is the same when its records are read again', async () => {
    expect((await again()).archive).toEqual(large.archive);
  });

  it('makes every page that is of several units as the whole does', () => {
    const pagesOf = (archive: Archive, archiveOfSubject: (id: string) => Archive): object[] =>
      editionsOf(archive).map((edition, language) => ({
        home: homePage(edition),
        units: unitsByRegion(edition),
        checks: checksPage(edition),
        coverage: coveragePage(edition),
        compare: comparePage(edition),
        subjects: subjectIds(archive).map((id) => subjectOf(archiveOfSubject(id), id)),
        terms: [...archive.terms.keys()].map((id) => termPage(edition, id)),
        codes: classificationsInUse(archive).map((classification) => [
          codeIndexPage(edition, classification),
          codesInUse(archive, classification).map((code) =>
            codePage(editionsOf(archiveOfSubject(`${classification}/${code}`))[language] as Edition, classification, code),
          ),
        ]),
      }));
    const cut = (id: string): Archive => archiveOf(id, large.declarations, large.archive.whole as Whole, large.shown);
    expect(pagesOf(shownOfAll(large), cut)).toEqual(pagesOf(whole, () => whole));
  });

  it('writes the same data from its parts', () => {
    const write = (archive: Archive, out: string, parts?: readonly string[]): Record<string, string> => {
      const partitions = new Partitions(`${out}.waiting`);
      const facts = writeDownloads(archive, out, partitions, parts);
      partitions.write(out, 'data/observations', archive);
      const found = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      const bytes = found
        .map(({ parentPath, name }) => join(parentPath, name))
        .map((file) => [file.slice(out.length), digest(file)] as const);
      expect(facts.length).toBeGreaterThan(10);
      return Object.fromEntries(bytes);
    };
    expect(write(large.archive, `${own}-parts`, kept)).toEqual(write(whole, `${own}-whole`));
  });

  it('is searched in the same texts', () => {
    const read = ({ shards, ...rest }: ReturnType<typeof searchCorpus>): object => ({
      ...rest,
      shards: shards.map(({ texts, ...shard }) => ({ ...shard, texts: texts.map(readText) })),
    });
    expect(read(searchCorpus(large.archive, keptTexts(kept)))).toEqual(read(searchCorpus(whole)));
  });
});

function digest(file: string): string {
  return readFileSync(file).toString('base64');
}
