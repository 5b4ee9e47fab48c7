/** Damage of every kind, in a hundred random places: found, and named. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Random } from '../bench/random.ts';
import { SNAPSHOT } from '../language/snapshot-zh.ts';
import { BagWriter, digestOf } from './bag-writer.ts';
import { checkBag, type Problem } from './check-bag.ts';
import { PAYLOAD } from './manifest.ts';
import { describeProblem } from './problem-words.ts';
import { openSnapshot } from './snapshot-files.ts';

const PLACES = 100;
const NAMES = ['页面', 'a b', 'x#1', "it's", 'é', 'index'];
const folder = mkdtempSync(join(tmpdir(), 'mingzhang-bag-'));
const random = new Random(20240501);

const bag = new BagWriter(folder);
for (let number = 0; number < 60; number += 1) {
  const name = NAMES[number % NAMES.length];
  bag.add(`${PAYLOAD}part ${number % 5}/${name}-${number}.txt`, `${name}\n`.repeat(1 + random.integer(1, 200)));
}
bag.add('README.md', '# 说明\n');
bag.finish([['External-Description', 'two\nlines']]);
const paths = openSnapshot(folder).paths;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function problems(): Promise<readonly Problem[]> {
  return (await checkBag(openSnapshot(folder), digestOf)).problems;
}

/** Does the damage, asks, and mends it. */
async function damaged(damage: () => () => void): Promise<readonly Problem[]> {
  const mend = damage();
  try {
    return await problems();
  } finally {
    mend();
  }
}

const pick = (): string => paths[random.integer(0, paths.length - 1)] ?? '';

describe('a bag', () => {
  it('is whole when nothing happened to it', async () => {
    expect(await problems()).toEqual([]);
  });

  it('says so when one bit is flipped, in each of a hundred places', async () => {
    for (let place = 0; place < PLACES; place += 1) {
      const file = pick();
      const whole = readFileSync(join(folder, file));
      const found = await damaged(() => {
        const bytes = Buffer.from(whole);
        const at = random.integer(0, bytes.length - 1);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << random.integer(0, 7));
        writeFileSync(join(folder, file), bytes);
        return () => writeFileSync(join(folder, file), whole);
      });
      expect(found.map((problem) => describeProblem(problem, SNAPSHOT)).join('\n'), file).toContain(file);
    }
  });

  it('says so when a file is missing, in each of a hundred places', async () => {
    for (let place = 0; place < PLACES; place += 1) {
      const file = pick();
      const found = await damaged(() => {
        renameSync(join(folder, file), `${folder}.aside`);
        return () => renameSync(`${folder}.aside`, join(folder, file));
      });
      expect(found).toContainEqual({ type: 'missing', path: file });
    }
  });

  it('says so when there is one more, in each of a hundred places', async () => {
    for (let place = 0; place < PLACES; place += 1) {
      const file = `${dirname(pick())}/多出的-${place}.txt`.replace(/^\.\//, '');
      const found = await damaged(() => {
        writeFileSync(join(folder, file), 'x');
        return () => rmSync(join(folder, file));
      });
      expect(found).toEqual([{ type: 'extra', path: file }]);
    }
  });

  it('says so when one has another name, in each of a hundred places', async () => {
    for (let place = 0; place < PLACES; place += 1) {
      const file = pick();
      const to = `${file}.改名`;
      const found = await damaged(() => {
        renameSync(join(folder, file), join(folder, to));
        return () => renameSync(join(folder, to), join(folder, file));
      });
      const said = found.map((problem) => describeProblem(problem, SNAPSHOT)).join('\n');
      expect(said, file).toContain(file);
      expect(said, file).toContain(to);
    }
  });

  it('knows a file whose name has a percent sign or a line break', async () => {
    const other = mkdtempSync(join(tmpdir(), 'mingzhang-bag-'));
    try {
      const odd = new BagWriter(other);
      odd.add(`${PAYLOAD}50%25 \n.txt`, 'odd');
      odd.finish([]);
      expect(readFileSync(join(other, 'manifest-sha512.txt'), 'utf8')).toContain('  data/50%2525 %0A.txt\n');
      expect((await checkBag(openSnapshot(other), digestOf)).problems).toEqual([]);
    } finally {
      rmSync(other, { recursive: true, force: true });
    }
  });

  it('is not led out of its folder by a manifest', async () => {
    const file = join(folder, 'manifest-sha512.txt');
    const whole = readFileSync(file);
    writeFileSync(file, `${'0'.repeat(128)}  data/../../etc/passwd\n${whole}`);
    expect(await problems()).toContainEqual({ type: 'manifest-line', path: 'manifest-sha512.txt', line: 1 });
    writeFileSync(file, whole);
  });

  it('is not taken for whole when it is empty', async () => {
    const empty = `${folder}.empty`;
    mkdirSync(empty);
    const { problems: found } = await checkBag(openSnapshot(empty), digestOf);
    expect(found.map(({ path }) => path)).toContain('bagit.txt');
    rmSync(empty, { recursive: true });
    expect(existsSync(empty)).toBe(false);
  });
});
