/** Snapshots as commands make them: the same bytes anywhere, whole or not there, each naming the one before. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '../bench/random.ts';
import { copyArchive, runCommand, startCommand, temporaryFolder } from '../testing/commands.ts';
import { newKey } from '../testing/minisign-key.ts';
import { filesOf } from '../testing/site.ts';
import { isWhole, verifySnapshot } from './verify-snapshot.ts';

const KILLS = 20;
/** Runs at once, on as many cores as a small machine has. */
const AT_ONCE = 2;

const folder = temporaryFolder();
const archive = copyArchive(join(folder, 'archive'));
const source = Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 0xff, 0x0d, 0x0a]);
const sourceFile = 'data/disclosures/shangyu-new-residents/2024-budget/source/原件 (1)#2 50%.pdf';
const first = join(folder, 'first.zip');
let took = 0;

beforeAll(async () => {
  mkdirSync(join(archive, sourceFile, '..'), { recursive: true });
  writeFileSync(join(archive, sourceFile), source);
  const start = performance.now();
  const { code, output } = await runCommand('snapshot', ['--archive', archive, '--out', first], {
    env: { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' },
  });
  took = performance.now() - start;
  expect(code, output).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a snapshot', () => {
  it('is whole as a folder and as a ZIP, with the archive byte for byte', async () => {
    for (const place of [first, join(folder, 'first')]) expect(isWhole(await verifySnapshot(place))).toBe(true);
    for (const file of ['content', 'data'].flatMap((top) => filesOf(join(archive, top)).map((each) => `${top}/${each}`)))
      expect(readFileSync(join(folder, 'first/data/archive', file)), file).toEqual(readFileSync(join(archive, file)));
  });

  it('holds nothing twice that is larger than a few lines', () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const file of filesOf(join(folder, 'first'))) {
      const content = readFileSync(join(folder, 'first', file));
      const digest = createHash('sha256').update(content).digest('hex');
      if (content.length > 1000 && seen.has(digest)) twice.push(`${file} = ${seen.get(digest)}`);
      seen.set(digest, file);
    }
    expect(twice).toEqual([]);
  });

  it('has the same bytes from another folder, time zone and language', async () => {
    const other = temporaryFolder();
    try {
      const copy = copyArchive(join(other, '另一个 文件夹'));
      mkdirSync(join(copy, sourceFile, '..'), { recursive: true });
      writeFileSync(join(copy, sourceFile), source);
      const { code, output } = await runCommand('snapshot', ['--archive', copy, '--out', join(other, 'x.zip')], {
        cwd: other,
        env: { TZ: 'America/New_York', LANG: 'C', LC_ALL: 'C' },
      });
      expect(code, output).toBe(0);
      expect(readFileSync(join(other, 'x.zip')).equals(readFileSync(first))).toBe(true);
      expect(filesOf(join(other, 'x'))).toEqual(filesOf(join(folder, 'first')));
      for (const file of filesOf(join(other, 'x')))
        expect(readFileSync(join(other, 'x', file)).equals(readFileSync(join(folder, 'first', file))), file).toBe(true);
    } finally {
      rmSync(other, { recursive: true, force: true });
    }
  });

  it('names the one before, and is of the day that it is told to be', async () => {
    const second = join(folder, 'second.zip');
    const { code, output } = await runCommand('snapshot', ['--archive', archive, '--out', second, '--previous', first], {
      env: { SOURCE_DATE_EPOCH: '1700000000' },
    });
    expect(code, output).toBe(0);
    expect(readFileSync(join(folder, 'second/bag-info.txt'), 'utf8')).toContain('Bagging-Date: 2023-11-14\n');
    expect((await runCommand('verify', [second, '--previous', first])).code).toBe(0);
    expect((await runCommand('verify', [second, '--previous', second])).code).toBe(1);
    expect((await runCommand('compare', [first, second])).output).toBe('没有不同。\n');
  });

  it('is signed with a key, and a changed or removed signature is no signature', async () => {
    const { secret, publicText } = newKey('一个密码');
    const keyFile = join(folder, 'minisign.key');
    writeFileSync(keyFile, secret);
    const signed = join(folder, 'signed');
    const args = ['--archive', archive, '--out', `${signed}.zip`, '--sign', keyFile];
    expect((await runCommand('snapshot', args, { env: { MINGZHANG_KEY_PASSWORD: '别的' } })).code).toBe(2);
    const { code, output } = await runCommand('snapshot', args, { env: { MINGZHANG_KEY_PASSWORD: '一个密码' } });
    expect(code, output).toBe(0);
    expect((await runCommand('verify', [`${signed}.zip`, '--key', publicText])).code).toBe(0);
    expect((await runCommand('verify', [signed, '--key', newKey().publicText])).code).toBe(1);
    const signature = join(signed, 'tagmanifest-sha512.txt.minisig');
    writeFileSync(signature, readFileSync(signature, 'utf8').replace(/comment: .+ 20/, 'comment: 20'));
    expect((await runCommand('verify', [signed, '--key', publicText])).code).toBe(1);
    rmSync(signature);
    expect((await runCommand('verify', [signed, '--key', publicText])).code).toBe(1);
  });

  it('is never overwritten by another', async () => {
    const { code, output } = await runCommand('snapshot', ['--archive', archive, '--out', first], { env: { SOURCE_DATE_EPOCH: '0' } });
    expect(code).toBe(2);
    expect(output).toContain('已经存在');
    expect(isWhole(await verifySnapshot(first))).toBe(true);
  });
});

describe('commands', () => {
  it('end with 1 for a damaged snapshot, and name the file', async () => {
    const file = join(folder, 'first/data/site/about/index.html');
    const whole = readFileSync(file);
    writeFileSync(file, Buffer.concat([whole, Buffer.from(' ')]));
    const { code, output } = await runCommand('verify', [join(folder, 'first')]);
    writeFileSync(file, whole);
    expect(code).toBe(1);
    expect(output).toContain('内容变了：data/site/about/index.html');
  });

  it.each([
    ['verify', []],
    ['verify', ['/no/such/snapshot']],
    ['compare', ['/no/such/snapshot', '/none']],
    ['compare', [first]],
    ['snapshot', ['--sign', '/no/such/key']],
    ['snapshot', ['--previous', '/no/such/snapshot']],
  ])('end with 2 and say how they are called: %s %j', async (name, args) => {
    const { code, output } = await runCommand(name, args);
    expect(code).toBe(2);
    expect(output).toContain(`npm run ${name} --`);
  });
});

describe('a snapshot that is killed', () => {
  it(`at ${KILLS} random moments leaves the earlier one whole, and none that only looks so`, async () => {
    const random = new Random(50);
    const place = join(folder, 'killed');
    mkdirSync(place);
    const earlier = join(place, 'earlier.zip');
    writeFileSync(earlier, readFileSync(first));
    let [killed, number] = [0, 0];
    const steps = new Map<string, number>();
    const work = async (): Promise<void> => {
      while (killed < KILLS) {
        number += 1;
        const child = startCommand('snapshot', ['--archive', archive, '--out', join(place, `${number}.zip`)]);
        let step = '';
        child.stdout.setEncoding('utf8').on('data', (said: string) => {
          step = /秒 {2}(\S+)\n$/.exec(said)?.[1] ?? step;
        });
        const timer = setTimeout(() => child.kill('SIGKILL'), random.integer(50, Math.round(took * 1.3)));
        const [, signal] = (await once(child, 'close')) as [number | null, string | null];
        clearTimeout(timer);
        if (signal === 'SIGKILL') {
          killed += 1;
          steps.set(step, (steps.get(step) ?? 0) + 1);
        }
        expect(isWhole(await verifySnapshot(earlier))).toBe(true);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    console.info(`${killed} of ${number} runs were killed, at: ${[...steps].map((each) => each.join(' ')).join(', ')}`);
    expect(killed).toBeGreaterThanOrEqual(KILLS);
    for (const name of readdirSync(place).filter((each) => !each.includes('.tmp-')))
      expect(isWhole(await verifySnapshot(join(place, name))), name).toBe(true);
  }, 600_000);
});
