/**
 * What is kept of a part is what would be made of it again, whatever was edited elsewhere: random edits, deletions,
 * renames and changes of kind, one after the other, on an archive in parts. Pages are compared as the data that they
 * print. `MINGZHANG_EDITS=500 npx vitest run --project unit src/build/incremental.test.ts` makes as many as one likes.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { compileArchive } from '../archive/compile.ts';
import { digestOf } from '../archive/digest.ts';
import { Random } from '../bench/random.ts';
import { writeSyntheticArchive } from '../bench/synthetic-archive.ts';
import type { Archive, Whole } from '../domain/archive.ts';
import { filesOnDisk } from '../reading/files.ts';
import { loadRules } from '../rules/load.ts';
import type { CodedRule } from '../rules/rule.ts';
import { PROJECT } from '../testing/commands.ts';
import { codePage } from '../views/code.ts';
import { disclosurePage } from '../views/disclosure.ts';
import { editionsOf } from '../views/editions.ts';
import { idParts, MEASURES } from '../views/subject-names.ts';
import { subjectOf } from '../views/subjects.ts';
import { unitPage } from '../views/unit.ts';
import { joinWholes, wholeOf } from '../views/whole.ts';
import { compileInParts, type LargeArchive } from './large-archive.ts';
import { type PartPages, partPages } from './part-pages.ts';
import { readContributions, readFacts, readPart, readShown, recordOf } from './part-record.ts';
import { PartStore } from './part-store.ts';
import { archiveOf, planSubjects } from './subject-pages.ts';
import { makePart } from './unit-pages.ts';

const EDITS = Number(process.env.MINGZHANG_EDITS ?? 4);
const SECONDS_EACH = 10;
/** After so many edits there is little left of the archive to edit: it is made anew. */
const WORN = 40;

const folder = mkdtempSync(join(tmpdir(), 'mingzhang-edits-'));
const archive = join(folder, 'archive');
const store = new PartStore(join(folder, 'store'));
let rules: ReadonlyMap<string, CodedRule>;
beforeAll(async () => {
  rules = await loadRules();
});
beforeEach(renewArchive);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function renewArchive(): void {
  rmSync(archive, { recursive: true, force: true });
  writeSyntheticArchive(archive, 9, PROJECT);
}

/** Each tells what it did; nothing where it could do nothing. */
const EDIT: Readonly<Record<string, (random: Random) => string | undefined>> = {
  cell: (random) => changeDigit(one(random, /^data\/disclosures\/.+\.csv$/), random),
  text: (random) => append(one(random, /^content\/(disclosures|units)\//), '\n补充一句说明。\n'),
  name: (random) => replace(one(random, /^content\/units\//), /^name: .*$/m, `name: 改名第${random.integer(1, 9)}号中心`),
  term: (random) => append(one(random, /^content\/glossary\//), '\n另一句解释。\n'),
  kindWords: (random) => replace(one(random, /^data\/table-kinds\//), /"zh": "/, '"zh": "新'),
  tableKind: (random) => replace(one(random, /^content\/disclosures\//), /id: three-public\n/, 'id: three-public\n    kind: expenditure\n'),
  type: (random) => moveDocument(one(random, /^content\/disclosures\//), /budget/, 'final-accounts'),
  year: (random) => moveDocument(one(random, /^content\/disclosures\//), /\/20(\d\d)-/, '/20$1-'.replace('$1', '19')),
  unitId: (random) => moveUnit(one(random, /^content\/units\//), random),
  parent: (random) => {
    const [other = ''] = /[^/]+(?=\.mdx$)/.exec(one(random, /^content\/units\//) ?? '') ?? [];
    return replace(one(random, /^content\/units\//), /^(parent: .*\n)?region:/m, `parent: ${other}\nregion:`);
  },
  deleteTable: (random) => remove(one(random, /^data\/disclosures\/.+\.csv$/)),
  deleteDocument: (random) => {
    const [, unit, id] = /^content\/disclosures\/([^/]+)\/([^/]+)\.mdx$/.exec(one(random, /^content\/disclosures\//) ?? '') ?? [];
    if (paths(/^content\/disclosures\//).length < 6 || unit === undefined) return undefined;
    rmSync(join(archive, `data/disclosures/${unit}/${id}`), { recursive: true, force: true });
    return remove(`content/disclosures/${unit}/${id}.mdx`);
  },
  acknowledge: (random) =>
    addRow('data/acknowledged.csv', 'rule,cell,reason,checked_by', `rows-do-not-sum,${cellOf(random)},原件如此,编辑部`),
  correct: (random) => addRow('data/corrections.csv', 'cell,was,now,date,reason', `${cellOf(random)},1.00,2.00,2024-03-01,录错`),
  unlist: (random) => {
    const list = one(random, /^data\/(acknowledged|corrections)\.csv$/);
    return replace(list, /\n[^\n]+\n/, '\n');
  },
};

it(
  `after each of ${EDITS} edits, what is kept is what would be made anew`,
  async () => {
    const random = new Random(Number(process.env.MINGZHANG_SEED ?? 11));
    const made = new Map<string, string>();
    let kept = 0;
    for (let edit = 0; edit <= EDITS; edit += 1) {
      if (edit % WORN === WORN - 1) renewArchive();
      const what = edit === 0 ? 'nothing' : anyEdit(random);
      const large = await compileInParts({ archiveRoot: archive, generator: 'test', store, processes: 1 });
      const declarations = compileArchive(large.plan.declarations, rules);
      for (const part of large.plan.parts) {
        const again = deserialize(serialize(recordOf(compileArchive(part.files, rules), part.units, declarations)));
        expect(isDeepStrictEqual(keptRecord(part.key), again), `${edit} ${what}: the record of ${part.units}`).toBe(true);
      }
      expectWhole(large, `${edit} ${what}`);
      for (const { id, key } of planSubjects(large, 'test')) {
        const archiveOfIt = archiveOf(id, large.declarations, large.archive.whole as Whole, large.shown);
        const result = digestOfSubject(archiveOfIt, id);
        expect(made.get(key) ?? result, `${edit} ${what}: the pages of ${id}`).toBe(result);
        made.set(key, result);
      }
      for (const part of pagesOf(large)) {
        const result = resultOf(part);
        const known = made.get(part.pages);
        if (known !== undefined) kept += 1;
        // What is new is as if it had been told all of the whole.
        const again = known ?? resultOf({ ...part, whole: large.archive.whole as Whole });
        expect(again, `${edit} ${what}: the pages of ${part.units}`).toBe(result);
        made.set(part.pages, result);
      }
    }
    // Not blind: some was kept, and most edits made something new.
    expect(kept).toBeGreaterThan(EDITS / 2);
    expect(made.size).toBeGreaterThan(EDITS / 2);
  },
  (EDITS + 2) * SECONDS_EACH * 1000,
);

it('one changed figure is one part, and the few codes and measures that it is of', async () => {
  const keys = async () => {
    const large = await compileInParts({ archiveRoot: archive, generator: 'test', store, processes: 1 });
    return {
      parts: new Set(pagesOf(large).flatMap(({ key, pages }) => [key, pages])),
      subjects: new Set(planSubjects(large, 'test').map(({ key }) => key)),
    };
  };
  const before = await keys();
  changeDigit(paths(/^data\/disclosures\/.+\/expenditure\.csv$/)[0], new Random(3));
  const after = await keys();
  expect([...after.parts].filter((key) => !before.parts.has(key))).toHaveLength(2);
  expect(after.subjects.size).toBeGreaterThan(50);
  expect([...after.subjects].filter((key) => !before.subjects.has(key)).length).toBeLessThan(5);
});

it('a code that comes into use is news to the parts that mention it alone', async () => {
  const compiled = (): Promise<LargeArchive> => compileInParts({ archiveRoot: archive, generator: 'test', store, processes: 1 });
  const before = pagesOf(await compiled());
  const tables = before.map(({ files }) => files.paths.find((path) => /^data\/disclosures\/.+\/expenditure\.csv$/.test(path)));
  const [first, second] = tables;
  const news = (parts: readonly PartPages[]): (readonly [record: boolean, pages: boolean])[] =>
    parts.map(({ key, pages }, index) => [key !== before[index]?.key, pages !== before[index]?.pages] as const);
  const row = (amount: string): string => `2049901,另一事务,${amount},${amount},,,,,\n`;
  append(second, row('0.00'));
  expect(news(pagesOf(await compiled())).slice(0, 3)).toEqual([
    [false, false],
    [true, true],
    [false, false],
  ]);
  const mentioned = pagesOf(await compiled());
  append(first, row('1.00'));
  const large = await compiled();
  const after = pagesOf(large);
  expect(large.archive.whole?.codes.get('functional')?.get('2049901')).toBe('另一事务');
  expect(news(after).map(([record]) => record)).toEqual(after.map((_, index) => index < 2));
  expect(after.map(({ pages }, index) => pages !== mentioned[index]?.pages)).toEqual(after.map((_, index) => index < 2));
});

/** As it was made. */
function keptRecord(key: string): ReturnType<typeof recordOf> {
  const folder = store.find(key) ?? '';
  const { digests, ...shown } = readShown(folder);
  const ids = [...shown.places.keys()];
  const contributions = readContributions(shown, ids).flatMap((each, index) => (each ? [[ids[index] ?? '', each] as const] : []));
  return { part: readPart(folder), facts: readFacts(folder), digests, contributions: new Map(contributions) };
}

function pagesOf(large: LargeArchive): PartPages[] {
  return partPages(large, large.facts);
}

/** The archive from its parts is the whole one. */
function expectWhole({ archive: joined }: LargeArchive, what: string): void {
  const whole = compileArchive(filesOnDisk(archive), rules);
  const shown = digestOf(whole);
  expect(joined.findings, what).toEqual(whole.findings);
  expect(joined.digest, what).toBe(whole.digest);
  expect(joined.whole, what).toEqual(joinWholes([wholeOf(whole)]));
  expect([...joined.disclosures.keys(), ...joined.units.keys()], what).toEqual([...shown.disclosures.keys(), ...shown.units.keys()]);
  expect(joined.claims, what).toEqual(shown.claims);
}

/** A digest of all that is made of a part. */
function resultOf(part: PartPages): string {
  const place = join(folder, 'part');
  rmSync(place, { recursive: true, force: true });
  const digest = createHash('sha256');
  const pages = makePart(compileArchive(part.files, rules), part, archive, place);
  for (const edition of editionsOf(pages)) {
    for (const { unit, id } of part.disclosures) digest.update(said(() => disclosurePage(edition, `${unit}/${id}`)));
    for (const unit of part.units) digest.update(said(() => unitPage(edition, unit)));
  }
  const entries = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const file of entries.map(({ parentPath, name }) => join(parentPath, name)).sort())
    digest.update(file.slice(place.length)).update(contentOf(file));
  return digest.digest('hex');
}

/** Of all that is made of one code or measure. */
function digestOfSubject(cut: Archive, id: string): string {
  const [classification, code] = idParts(id);
  const digest = createHash('sha256').update(said(() => subjectOf(cut, id)));
  if (classification !== MEASURES)
    for (const edition of editionsOf(cut)) digest.update(said(() => codePage(edition, classification, code)));
  return digest.digest('hex');
}

/** Equal values are not always equal bytes where values themselves are kept. */
function contentOf(file: string): string | Buffer {
  const bytes = readFileSync(file);
  return file.endsWith('.v8') ? JSON.stringify(deserialize(bytes)) : bytes;
}

/** Of an archive with errors there may be no page; a build stops before it makes one. */
function said(page: () => object): string {
  try {
    return JSON.stringify(page());
  } catch (error) {
    return String(error);
  }
}

function anyEdit(random: Random): string {
  const names = Object.keys(EDIT);
  for (;;) {
    const name = names[random.integer(0, names.length - 1)] ?? '';
    const done = EDIT[name]?.(random);
    if (done !== undefined) return `${name} ${done}`;
  }
}

function paths(pattern: RegExp): string[] {
  return filesOnDisk(archive).paths.filter((path) => pattern.test(path));
}

function one(random: Random, pattern: RegExp): string | undefined {
  const found = paths(pattern);
  return found[random.integer(0, Math.max(0, found.length - 1))];
}

function change(path: string | undefined, how: (text: string) => string): string | undefined {
  if (path === undefined) return undefined;
  const text = readFileSync(join(archive, path), 'utf8');
  const changed = how(text);
  if (changed === text) return undefined;
  writeFileSync(join(archive, path), changed);
  return path;
}

function changeDigit(path: string | undefined, random: Random): string | undefined {
  return change(path, (text) => {
    const digits = [...text.matchAll(/\d(?=\d*\.\d\d)/g)];
    const at = digits[random.integer(0, Math.max(0, digits.length - 1))]?.index;
    return at === undefined ? text : `${text.slice(0, at)}${(Number(text[at]) + 1) % 10}${text.slice(at + 1)}`;
  });
}

function append(path: string | undefined, words: string): string | undefined {
  return change(path, (text) => text + words);
}

function replace(path: string | undefined, pattern: RegExp, words: string): string | undefined {
  return change(path, (text) => text.replace(pattern, words));
}

function remove(path: string | undefined): string | undefined {
  if (path !== undefined) rmSync(join(archive, path));
  return path;
}

function addRow(list: string, head: string, row: string): string | undefined {
  if (!paths(/^data\//).includes(list)) writeFileSync(join(archive, list), `${head}\n`);
  return append(list, `${row}\n`);
}

function cellOf(random: Random): string {
  const [, document] = /^data\/disclosures\/([^/]+\/[^/]+)\//.exec(one(random, /^data\/disclosures\/.+\.csv$/) ?? '') ?? [];
  return `${document}#expenditure.total.total`;
}

function moveDocument(path: string | undefined, pattern: RegExp, words: string): string | undefined {
  const to = path?.replace(pattern, words);
  if (path === undefined || to === undefined || to === path || paths(/./).includes(to)) return undefined;
  renameSync(join(archive, path), join(archive, to));
  const tables = (file: string): string => join(archive, file.replace('content/', 'data/').replace(/\.mdx$/, ''));
  renameSync(tables(path), tables(to));
  return `${path} → ${to}`;
}

function moveUnit(path: string | undefined, random: Random): string | undefined {
  const [unit] = /[^/]+(?=\.mdx$)/.exec(path ?? '') ?? [];
  if (path === undefined || unit === undefined) return undefined;
  const to = `renamed-${random.integer(0, 1_000_000)}`;
  for (const [from, place] of [
    [path, `content/units/${to}.mdx`],
    [`content/disclosures/${unit}`, `content/disclosures/${to}`],
    [`data/disclosures/${unit}`, `data/disclosures/${to}`],
  ] as const) {
    if (!paths(/./).some((each) => each === from || each.startsWith(`${from}/`))) continue;
    mkdirSync(dirname(join(archive, place)), { recursive: true });
    renameSync(join(archive, from), join(archive, place));
  }
  return `${unit} → ${to}`;
}
