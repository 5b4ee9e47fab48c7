/** Snapshots as commands make them: the same bytes anywhere, whole or not there, each naming the one before. */
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeSyntheticArchive } from '../bench/synthetic-archive.ts';
import { PROJECT, runCommand, temporaryFolder } from '../testing/commands.ts';
import { newKey } from '../testing/minisign-key.ts';
import { otherUser } from '../testing/other-user.ts';
import { filesOf } from '../testing/site.ts';
import { isWhole, verifySnapshot } from './verify-snapshot.ts';

const folder = temporaryFolder();
/** A small one: what is done after the pages is the same for any. */
const archive = join(folder, 'archive');
const source = Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 0xff, 0x0d, 0x0a]);
const sourceFile = 'data/disclosures/synthetic-1/2024-budget/source/原件 (1)#2 50%.pdf';
const first = join(folder, 'first.zip');

beforeAll(async () => {
  writeSyntheticArchive(archive, 2, PROJECT);
  mkdirSync(join(archive, sourceFile, '..'), { recursive: true });
  writeFileSync(join(archive, sourceFile), source);
  const { code, output } = await runCommand('snapshot', ['--archive', archive, '--out', first]);
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

  it('has the same bytes from another folder, time zone, language and user', async () => {
    const other = temporaryFolder();
    // The folder above a home is one that others may pass through.
    chmodSync(other, 0o755);
    try {
      const home = join(other, '另一个 家');
      const { isOther, run } = otherUser(home);
      if (!isOther) console.info('only root may become another user: this one has other settings and rights only');
      const { code, output } = await run('snapshot', ['--out', join(home, 'x.zip')]);
      expect(code, output).toBe(0);
      const plain = join(folder, 'plain');
      const made = await runCommand('snapshot', ['--out', `${plain}.zip`], { env: { TZ: 'Asia/Shanghai', LC_ALL: 'zh_CN.UTF-8' } });
      expect(made.code, made.output).toBe(0);
      expect(readFileSync(join(home, 'x.zip')).equals(readFileSync(`${plain}.zip`))).toBe(true);
      expect(filesOf(join(home, 'x'))).toEqual(filesOf(plain));
      for (const file of filesOf(plain))
        expect(readFileSync(join(home, 'x', file)).equals(readFileSync(join(plain, file))), file).toBe(true);
      // What others may do with a folder is for its owner to say; a ZIP says the same to all.
      expect(statSync(join(home, 'x/index.html')).mode & 0o077).toBe(0);
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
    const file = join(folder, 'first/data/site/units/index.html');
    const whole = readFileSync(file);
    writeFileSync(file, Buffer.concat([whole, Buffer.from(' ')]));
    const { code, output } = await runCommand('verify', [join(folder, 'first')]);
    writeFileSync(file, whole);
    expect(code).toBe(1);
    expect(output).toContain('内容变了：data/site/units/index.html');
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
