/** Snapshots that are killed at any moment: the earlier one stays whole, and none that is half made looks so. */
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '../bench/random.ts';
import { writeSyntheticArchive } from '../bench/synthetic-archive.ts';
import { PROJECT, runCommand, runScript, startCommand, temporaryFolder } from '../testing/commands.ts';
import { buildSiteOf } from '../testing/site.ts';
import { isWhole, verifySnapshot } from './verify-snapshot.ts';

/** The pages of these stand ready, so that nearly every moment is one of writing, packing and putting in place. MINGZHANG_KILLS=50 takes minutes. */
const KILLS_AT_THE_DISK = Number(process.env.MINGZHANG_KILLS ?? 16);
/** Of the command itself, at moments spread over all that it does. */
const KILLS_OF_THE_COMMAND = 4;
/** Runs at once, on as many cores as a small machine has. */
const AT_ONCE = 2;

const folder = temporaryFolder();
const place = join(folder, 'snapshots');
const pages = join(folder, 'pages');
/** A small one: what is done after the pages is the same for any. */
const archive = join(folder, 'archive');
const earlier = join(place, 'earlier');
const random = new Random(50);
/** The digest that every one of them has once it is finished. */
let digest: string | undefined;
let operations = 0;

const makeAndDie = (out: string, at: number) => runScript('src/testing/dying-snapshot.ts', [archive, pages, out, String(at)]);

beforeAll(async () => {
  mkdirSync(place);
  writeSyntheticArchive(archive, 2, PROJECT);
  await buildSiteOf(archive, pages);
  const { code, output } = await makeAndDie(join(folder, 'whole.zip'), 0);
  expect(code, output).toBe(0);
  operations = Number(output);
  digest = (await verifySnapshot(join(folder, 'whole'))).digest;
  for (const ending of ['', '.zip']) cpSync(join(folder, `whole${ending}`), `${earlier}${ending}`, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function expectEarlierWhole(): Promise<void> {
  for (const each of [earlier, `${earlier}.zip`]) expect(isWhole(await verifySnapshot(each)), each).toBe(true);
}

/** Anything that passes for a snapshot, also in a folder that was left behind, must be all of one. */
async function expectNothingHalf(): Promise<void> {
  const places = readdirSync(place).flatMap((name) =>
    name.includes('.tmp-') ? readdirSync(join(place, name)).map((inner) => join(place, name, inner)) : [join(place, name)],
  );
  for (const each of places) {
    const verification = await verifySnapshot(each).catch(() => undefined);
    if (verification && isWhole(verification)) expect(verification.digest, each).toBe(digest);
    else expect(each).toContain('.tmp-');
  }
}

async function inTurns(times: number, work: (number: number) => Promise<void>): Promise<void> {
  const numbers = Array.from({ length: times }, (_, number) => number);
  const next = async (): Promise<void> => {
    for (let number = numbers.shift(); number !== undefined; number = numbers.shift()) await work(number);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

describe('a snapshot that is killed', () => {
  it(`in the middle of ${KILLS_AT_THE_DISK} operations on the disk leaves the earlier one whole, and can be made again`, async () => {
    // The last operations put the ZIP and the folder in their places; the others are drawn.
    const moments = Array.from({ length: KILLS_AT_THE_DISK }, (_, number) =>
      number < 6 ? operations - number : random.integer(1, operations - 6),
    );
    await inTurns(KILLS_AT_THE_DISK, async (number) => {
      const { signal, output } = await makeAndDie(join(place, `${number}.zip`), moments[number] ?? 1);
      expect(signal, output).toBe('SIGKILL');
      await expectEarlierWhole();
    });
    await expectNothingHalf();
    // Between the two renames: the ZIP is there, its folder is not.
    const half = moments.findIndex((_, number) => existsSync(join(place, `${number}.zip`)) && !existsSync(join(place, String(number))));
    expect(half).toBeGreaterThanOrEqual(0);
    const { code, output } = await makeAndDie(join(place, `${half}.zip`), 0);
    expect(code, output).toBe(0);
    expect(isWhole(await verifySnapshot(join(place, String(half))))).toBe(true);
    expect(readdirSync(place).filter((name) => name.includes('.tmp-'))).toEqual([]);
  }, 900_000);

  it(`at ${KILLS_OF_THE_COMMAND} moments of the whole command leaves the earlier one whole`, async () => {
    const start = performance.now();
    expect((await runCommand('snapshot', ['--archive', archive, '--out', join(folder, 'timed.zip')])).code).toBe(0);
    let took = performance.now() - start;
    let [killed, run] = [0, 0];
    while (killed < KILLS_OF_THE_COMMAND) {
      run += 1;
      const begun = performance.now();
      const child = startCommand('snapshot', ['--archive', archive, '--out', join(place, `command-${run}.zip`)]);
      const ended = once(child, 'close') as Promise<[number | null, string | null]>;
      // One in each part of the time that it takes.
      const timer = setTimeout(() => child.kill('SIGKILL'), (took * (killed + random.integer(0, 999) / 1000)) / KILLS_OF_THE_COMMAND);
      const [, signal] = await ended;
      clearTimeout(timer);
      if (signal === 'SIGKILL') killed += 1;
      // The machine has become quicker than it was.
      else took = performance.now() - begun;
      await expectEarlierWhole();
    }
    digest = (await verifySnapshot(join(folder, 'timed'))).digest;
    for (const name of readdirSync(place).filter((each) => each.startsWith('command-')))
      expect((await verifySnapshot(join(place, name))).digest, name).toBe(digest);
  }, 900_000);
});
