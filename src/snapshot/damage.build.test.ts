/**
 * A small snapshot of everything that a large one has, damaged in every way in a hundred random places: found and named by
 * `verify`, and by the lines of its README pasted as they are.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '../bench/random.ts';
import { writeSyntheticArchive } from '../bench/synthetic-archive.ts';
import { SNAPSHOT } from '../language/snapshot-zh.ts';
import { verifyByHand } from '../testing/by-hand.ts';
import { PROJECT, runCommand, temporaryFolder } from '../testing/commands.ts';
import { PAYLOAD } from './manifest.ts';
import { describeProblem } from './problem-words.ts';
import { openSnapshot } from './snapshot-files.ts';
import { isWhole, type Verification, verifySnapshot } from './verify-snapshot.ts';
import { ZipFault } from './zip.ts';

const PLACES = 100;
const AT_ONCE = 10;
const PLACES_IN_ZIP = 100;

const temporary = temporaryFolder();
const archive = join(temporary, 'archive');
const folder = join(temporary, 'snapshot');
const random = new Random(20240501);
let paths: readonly string[] = [];
let readme = '';

beforeAll(async () => {
  writeSyntheticArchive(archive, 2, PROJECT);
  const { code, output } = await runCommand('snapshot', ['--archive', archive, '--out', `${folder}.zip`]);
  expect(code, output).toBe(0);
  paths = openSnapshot(folder).paths;
  readme = readFileSync(join(folder, 'README.md'), 'utf8');
});
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const at = (path: string): string => join(folder, path);
const pick = (): string => paths[random.integer(0, paths.length - 1)] ?? '';
const said = ({ problems }: Verification): string => problems.map((problem) => describeProblem(problem, SNAPSHOT)).join('\n');

/** A hundred places drawn: of the payload several at a time, of the files that the others are held against one. */
function rounds(): string[][] {
  const drawn = new Set<string>();
  while (drawn.size < PLACES) drawn.add(pick());
  const files = [...drawn];
  const payload = files.filter((file) => file.startsWith(PAYLOAD));
  const together = Array.from({ length: Math.ceil(payload.length / AT_ONCE) }, (_, round) =>
    payload.slice(round * AT_ONCE, (round + 1) * AT_ONCE),
  );
  return [...together, ...files.filter((file) => !file.startsWith(PAYLOAD)).map((file) => [file])];
}

/** Does the damage to each, asks the program and the lines of the README, and mends it. */
async function damaged(files: readonly string[], damage: (file: string) => () => void) {
  const mends = files.map(damage);
  try {
    // As whoever received the folder before it was damaged, or another copy of it, has the README.
    return { found: await verifySnapshot(folder), byHand: verifyByHand(folder, readme) };
  } finally {
    for (const mend of mends) mend();
  }
}

function flip(bytes: Buffer): Buffer {
  const flipped = Buffer.from(bytes);
  const place = random.integer(0, flipped.length - 1);
  flipped[place] = (flipped[place] ?? 0) ^ (1 << random.integer(0, 7));
  return flipped;
}

function rename(from: string, to: string): () => void {
  renameSync(from, to);
  return () => renameSync(to, from);
}

describe('a snapshot', () => {
  it('is whole when nothing happened to it, by hand too', async () => {
    expect(isWhole(await verifySnapshot(folder))).toBe(true);
    expect(verifyByHand(folder)).toEqual({ unchanged: '完好\n', complete: '' });
  });

  it(`names the file in which one bit is flipped, in each of ${PLACES} places`, async () => {
    for (const files of rounds()) {
      const { found, byHand } = await damaged(files, (file) => {
        const whole = readFileSync(at(file));
        writeFileSync(at(file), flip(whole));
        return () => writeFileSync(at(file), whole);
      });
      for (const file of files) {
        expect(said(found)).toContain(file);
        // The one file that no digest of this kind is of; `verify` holds it against the others.
        if (file !== 'tagmanifest-sha256.txt') expect(byHand.unchanged, file).not.toContain('完好');
        if (file.startsWith(PAYLOAD)) expect(byHand.unchanged).toContain(`${file}: FAILED`);
      }
    }
  });

  it(`names the file that is missing, in each of ${PLACES} places`, async () => {
    for (const files of rounds()) {
      const { found, byHand } = await damaged(files, (file) => rename(at(file), join(temporary, `aside-${files.indexOf(file)}`)));
      for (const file of files) {
        expect(found.problems).toContainEqual({ type: 'missing', path: file });
        // Without its manifest there is nothing to go by, and the line says that.
        expect(byHand.unchanged + byHand.complete).toContain(file);
        if (file !== 'tagmanifest-sha256.txt') expect(byHand.unchanged, file).not.toContain('完好');
      }
    }
  });

  it(`names the file that was added, in each of ${PLACES} places`, async () => {
    for (const files of rounds()) {
      const added = files.map((file, index) => join(dirname(file), `多出 的-${index}.txt`)).sort();
      const { found, byHand } = await damaged(added, (file) => {
        writeFileSync(at(file), 'x');
        return () => rmSync(at(file));
      });
      expect(found.problems).toHaveLength(added.length);
      for (const file of added) expect(found.problems).toContainEqual({ type: 'extra', path: file });
      expect(byHand.complete.split('\n').sort()).toEqual(['', ...added].sort());
    }
  });

  it(`names the file that was renamed, before and after, in each of ${PLACES} places`, async () => {
    for (const files of rounds()) {
      const to = (file: string): string => `${file}.改名`;
      const { found, byHand } = await damaged(files, (file) => rename(at(file), at(to(file))));
      for (const file of files) {
        for (const name of [file, to(file)]) expect(said(found)).toContain(name);
        if (file !== 'tagmanifest-sha256.txt') expect(byHand.unchanged, file).not.toContain('完好');
        if (file.startsWith(PAYLOAD)) expect(byHand.unchanged).toContain(`${file}: FAILED open or read`);
      }
      if (files.every((file) => file.startsWith(PAYLOAD)))
        expect(byHand.complete.split('\n').sort()).toEqual(['', ...files.flatMap((file) => [file, to(file)])].sort());
    }
  });

  it('as the command says it: what, which file, and that it is not whole', async () => {
    const [changed, gone, odd] = ['data/observations.csv', 'data/archive/data/regions.csv', 'data/archive/data/archive.json'];
    const whole = readFileSync(at(changed));
    writeFileSync(at(changed), flip(whole));
    writeFileSync(at('data/别处来的.txt'), 'x');
    const mend = [rename(at(gone), join(temporary, 'aside')), rename(at(odd), at('data/另一个.json'))];
    const { code, output } = await runCommand('verify', [folder]);
    for (const each of mend) each();
    rmSync(at('data/别处来的.txt'));
    writeFileSync(at(changed), whole);
    expect(code).toBe(1);
    expect(output).toContain(`内容变了：${changed}`);
    expect(output).toContain(`缺少：${gone}`);
    expect(output).toContain('多出：data/别处来的.txt');
    expect(output).toContain(`改了名字：${odd} 现在叫 data/另一个.json`);
    expect(output.trim().split('\n').at(-1)).toBe('不完好。');
    expect(isWhole(await verifySnapshot(folder))).toBe(true);
  });

  it(`as a ZIP is not whole with one bit flipped, in each of ${PLACES_IN_ZIP} places`, async () => {
    const whole = readFileSync(`${folder}.zip`);
    const damagedZip = join(temporary, 'damaged.zip');
    for (let place = 0; place < PLACES_IN_ZIP; place += 1) {
      writeFileSync(damagedZip, flip(whole));
      const found = await verifySnapshot(damagedZip).catch((error: unknown) => error);
      if (!(found instanceof ZipFault)) expect(isWhole(found as Verification)).toBe(false);
    }
  });
});

describe('a snapshot with a file whose name the manifests write otherwise', () => {
  it('is verified by hand as its README says', async () => {
    const source = 'data/disclosures/synthetic-1/2024-budget/source/原件 (1)#2 50%.pdf';
    mkdirSync(join(archive, dirname(source)), { recursive: true });
    writeFileSync(join(archive, source), '%PDF');
    const odd = join(temporary, 'odd');
    const { code, output } = await runCommand('snapshot', ['--archive', archive, '--out', `${odd}.zip`]);
    expect(code, output).toBe(0);
    expect(verifyByHand(odd)).toEqual({ unchanged: '完好\n', complete: '' });
    writeFileSync(join(odd, 'data/archive', source), '%PDX');
    writeFileSync(join(odd, '多出.txt'), 'x');
    expect(verifyByHand(odd).unchanged).toContain(`data/archive/${source}: FAILED`);
    expect(verifyByHand(odd).complete).toBe('多出.txt\n');
  });
});
