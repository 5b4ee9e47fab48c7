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

  it('makes the same bytes when several processes share the work, when their parts are kept, and when they are joined', async () => {
    const [shared, joined, parts, kept] = ['shared', 'joined', 'parts', 'kept'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
      string,
    ];
    const build = (...args: string[]): ReturnType<typeof runCommand> => runCommand('build', ['--archive', archive, ...args]);
    const both = await Promise.all(
      [1, 2].map((share) => build('--part', `${share}/2`, '--out', join(parts, String(share)), '--cache', `${kept}-${share}`)),
    );
    for (const { code, output } of both) expect(code, output).toBe(0);
    const join2 = await runCommand('join', [parts, '--archive', archive, '--out', joined, '--cache', kept]);
    expect(join2.code, join2.output).toBe(0);
    expectSame(joined);
    rmSync(join(parts, '2'), { recursive: true });
    const half = await runCommand('join', [parts, '--archive', archive, '--out', joined, '--cache', `${kept}-none`]);
    expect(half.code).toBe(2);
    expect(half.output).toMatch(/还缺 \d 个部分/);
    const { code, output } = await build('--out', shared, '--processes', '2', '--cache', `${kept}-1`);
    expect(code, output).toBe(0);
    expect(output).toMatch(/分 6 部分，其中 [1-5] 部分没有变/);
    expectSame(shared);
  });

  it('makes anew only what has changed, and the bytes of a build from nothing', async () => {
    const edited = copyArchive(join(folder, 'edited'));
    const [site, other, kept] = [join(folder, 'edited-site'), join(folder, 'edited-other'), join(folder, 'edited-kept')];
    const build = (out: string, ...args: string[]): ReturnType<typeof runCommand> =>
      runCommand('build', ['--archive', edited, '--out', out, ...args]);
    expect((await build(site, '--processes', '2', '--cache', kept)).code).toBe(0);
    expectSame(site);
    const text = join(edited, 'content/units/haining-migrant-services.mdx');
    writeFileSync(text, `${readFileSync(text, 'utf8')}\n又写了一句。\n`);
    const { code, output } = await build(site, '--processes', '2', '--cache', kept);
    expect(code, output).toBe(0);
    expect(output).toContain('分 6 部分，其中 5 部分没有变');
    expect((await build(other)).code).toBe(0);
    expect(digests(site)).toEqual(digests(other));
    // The site may share files on disk with what is kept: one that somebody has written into since is not used again.
    const page = 'units/yuecheng-migrant-services/index.html';
    writeFileSync(join(site, page), 'changed');
    expect((await build(site, '--processes', '2', '--cache', kept)).output).toContain('分 6 部分，其中 5 部分没有变');
    expect(digests(site)).toEqual(digests(other));
  });

  function expectSame(site: string): void {
    const second = digests(site);
    expect(Object.keys(second)).toEqual(Object.keys(first));
    expect(Object.keys(first).filter((file) => first[file] !== second[file])).toEqual([]);
  }

  it('of a changed archive changes the site: the test above is not blind', async () => {
    const changed = copyArchive(join(folder, 'changed'));
    const file = join(changed, 'content/pages/about.mdx');
    writeFileSync(file, readFileSync(file, 'utf8').replace('关于本档案', '关于这个档案'));
    const changedOut = join(folder, 'changed-site');
    expect((await runCommand('build', ['--archive', changed, '--out', changedOut])).code).toBe(0);
    expect(digests(changedOut)['about/index.html']).not.toBe(first['about/index.html']);
  });
});

describe('a build that does not succeed', () => {
  it('ends with 1 on bad data, says where, and leaves the site before it as it was', async () => {
    const broken = copyArchive(join(folder, 'broken'));
    const file = join(broken, table);
    writeFileSync(file, readFileSync(file, 'utf8').replace(',合计,339.43,', ',合计,339.34,'));
    const { code, output } = await runCommand('build', ['--archive', broken, '--out', out]);
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
      .on('data', (text: string) => void (text.includes('生成网页') && setTimeout(() => build.kill('SIGKILL'), 500)));
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
