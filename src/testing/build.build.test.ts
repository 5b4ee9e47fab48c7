/** Same input, same bytes; whole or not at all; exit codes that scripts can rely on. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyArchive, runCommand, startCommand, temporaryFolder } from './commands.ts';
import { filesOf } from './site.ts';

const folder = temporaryFolder();
const archive = copyArchive(join(folder, 'archive'));
const out = join(folder, 'out/site');
const table = 'data/disclosures/haining-migrant-services/2023-budget/expenditure.csv';
let first: Record<string, string>;

beforeAll(async () => {
  const { code, output } = await runCommand('build', ['--archive', archive, '--out', out], {
    env: { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' },
  });
  expect(code, output).toBe(0);
  first = digests(out);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a build', () => {
  it('makes the site of an archive outside the project, with the pages that its editors wrote', () => {
    expect(Object.keys(first)).toEqual(
      expect.arrayContaining(['index.html', 'about/index.html', 'units/haining-migrant-services/2023-budget/index.html']),
    );
    expect(Object.keys(first).filter((file) => file.endsWith('/pagefind.js'))).toHaveLength(1);
    expect(readFileSync(join(out, 'units/haining-migrant-services/2023-budget/expenditure.csv'))).toEqual(
      readFileSync(join(archive, table)),
    );
    expect(readFileSync(join(out, 'about/index.html'), 'utf8')).toContain('关于本档案');
  });

  it('names no folder of the machine that made it', () => {
    const told = filesOf(out).filter((file) => readFileSync(join(out, file)).includes(folder));
    expect(told).toEqual([]);
  });

  it('makes the same bytes elsewhere: other folders, time zone, language and clock', async () => {
    const otherFolder = temporaryFolder();
    try {
      const copy = copyArchive(join(otherFolder, 'another name'));
      const otherOut = join(otherFolder, 'b');
      const { code, output } = await runCommand('build', ['--out', 'b'], {
        cwd: otherFolder,
        env: { MINGZHANG_ARCHIVE: copy, TZ: 'America/St_Johns', LANG: 'C', LC_ALL: 'C' },
      });
      expect(code, output).toBe(0);
      const second = digests(otherOut);
      expect(Object.keys(second)).toEqual(Object.keys(first));
      expect(Object.keys(first).filter((file) => first[file] !== second[file])).toEqual([]);
    } finally {
      rmSync(otherFolder, { recursive: true, force: true });
    }
  });

  it('makes the same bytes in shares that are joined, and after an edit with what is kept of them', async () => {
    const [joined, parts, kept] = [join(folder, 'joined'), join(folder, 'parts'), join(folder, 'kept')];
    const share = (number: number): ReturnType<typeof runCommand> =>
      runCommand('build', ['--archive', archive, '--part', `${number}/2`, '--out', join(parts, String(number)), '--cache', kept]);
    const alone = await share(1);
    expect(alone.code, alone.output).toBe(0);
    const half = await runCommand('join', [parts, '--archive', archive, '--out', joined, '--cache', join(folder, 'none')]);
    expect(half.code).toBe(2);
    expect(half.output).toMatch(/还缺 \d 个部分/);
    expect((await share(2)).code).toBe(0);
    const both = await runCommand('join', [parts, '--archive', archive, '--out', joined, '--cache', join(folder, 'none')]);
    expect(both.code, both.output).toBe(0);
    expect(digests(joined)).toEqual(first);

    const changed = copyArchive(join(folder, 'changed'));
    const file = join(changed, 'content/units/haining-migrant-services.mdx');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n又写了一句。\n`);
    const [whole, again] = [join(folder, 'changed-site'), join(folder, 'changed-again')];
    expect((await runCommand('build', ['--archive', changed, '--out', whole])).code).toBe(0);
    const edited = await runCommand('build', ['--archive', changed, '--out', again, '--processes', '2', '--cache', kept]);
    expect(edited.code, edited.output).toBe(0);
    expect(edited.output).toContain('分 6 部分，其中 5 部分没有变');
    expect(digests(again)).toEqual(digests(whole));
    // Not blind: the sentence is there.
    expect(digests(again)['units/haining-migrant-services/index.html']).not.toBe(first['units/haining-migrant-services/index.html']);
  }, 240_000);
});

describe('a build that does not succeed', () => {
  it.each([
    ['whole', []],
    ['in parts', ['--processes', '2', '--cache', join(folder, 'kept-of-broken')]],
    ['in parts, of which most are kept', ['--processes', '2', '--cache', join(folder, 'kept')]],
  ])('ends with 1 on bad data, says where, and leaves the site before it as it was, made %s', async (_, how) => {
    const broken = copyArchive(join(folder, 'broken'));
    const file = join(broken, table);
    writeFileSync(file, readFileSync(file, 'utf8').replace(',合计,339.43,', ',合计,339.34,'));
    const { code, output } = await runCommand('build', ['--archive', broken, '--out', out, ...how]);
    expect(code).toBe(1);
    expect(output).toContain(`${table}:2:`);
    expectUntouched();
  });

  it('ends with 1 on a page with code in it, and leaves the site before it as it was', async () => {
    const broken = copyArchive(join(folder, 'code'));
    const file = join(broken, 'content/pages/about.mdx');
    writeFileSync(
      file,
      `${readFileSync(file, 'utf8')}\nimport { readFileSync } from 'node:fs'\n\n{readFileSync('/etc/hostname', 'utf8')}\n`,
    );
    const { code, output } = await runCommand('build', ['--archive', broken, '--out', out]);
    expect(code).toBe(1);
    expect(output).toContain('content/pages/about.mdx:');
    expectUntouched();
  });

  it('leaves the site before it as it was when it is killed, and the next build succeeds', async () => {
    const build = startCommand('build', ['--archive', archive, '--out', out]);
    const ended = new Promise<void>((done) => void build.once('close', () => done()));
    // Killed in the middle of its work: after the check, before the site is whole.
    build.stdout
      .setEncoding('utf8')
      .on('data', (text: string) => void (text.includes('生成网页') && setTimeout(() => build.kill('SIGKILL'), 100)));
    await ended;
    expect(build.signalCode).toBe('SIGKILL');
    expect(digests(out)).toEqual(first);
    expect((await runCommand('build', ['--archive', archive, '--out', out])).code).toBe(0);
    expect(digests(out)).toEqual(first);
  });

  function expectUntouched(): void {
    expect(digests(out)).toEqual(first);
    expect(readdirSync(join(out, '..'))).toEqual(['site']);
  }
});

describe('exit codes', () => {
  it.each([
    ['build', ['--no-such-option']],
    ['build', ['--archive', '/no/such/folder']],
    ['check', ['--archive']],
    ['check', ['--archive', '/no/such/folder']],
    ['serve', ['--out', '/no/such/folder']],
  ])('2 and how to call it, for %s %j', async (name, args) => {
    const { code, output } = await runCommand(name, args);
    expect(code).toBe(2);
    expect(output).toContain(`npm run ${name} --`);
  });

  it.each(['build', 'check', 'serve'])('0 for %s --help', async (name) => {
    const { code, output } = await runCommand(name, ['--help']);
    expect(code).toBe(0);
    expect(output).toContain(`npm run ${name} --`);
  });

  it('0 and no findings for the project’s own archive', async () => {
    const { code, output } = await runCommand('check', [], { cwd: folder });
    expect(output).toContain('没有错误');
    expect(code).toBe(0);
  });

  it('1 for an archive with nothing in it', async () => {
    const empty = join(folder, 'empty');
    mkdirSync(join(empty, 'data'), { recursive: true });
    const { code, output } = await runCommand('check', ['--archive', empty]);
    expect(code).toBe(1);
    expect(output).toContain('data/archive.json');
  });
});

function digests(of: string): Record<string, string> {
  return Object.fromEntries(
    filesOf(of).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(of, file)))
        .digest('hex'),
    ]),
  );
}
