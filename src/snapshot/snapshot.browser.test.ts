/** A snapshot opened from a disk, the network cut off, in two engines: everything that the site can do, without a fault. */
import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, scriptsHaveRun } from '../testing/browser.ts';
import { runCommand, temporaryFolder } from '../testing/commands.ts';
import { Firefox, firefoxCommand } from '../testing/firefox.ts';
import { samplePages } from '../testing/routes.ts';
import { filesOf, openSite, type Site } from '../testing/site.ts';

const QUERIES = [
  '人员经费',
  '居住证',
  '2040250',
  '流动人口',
  '流動人口',
  '339.43',
  '6,150.64',
  '海宁 人员经费',
  '"专管员 队伍"',
  '越城流管中心',
  '三公经费',
  '“三公”经费',
  '预算',
  '公务接待费',
  'IC',
  '年',
  '57.00',
  '没有这样的话',
  '2016年',
  '新居民 项目',
];

const temporary = temporaryFolder();
const copied = join(temporary, '优盘 里的 档案 #1 100%', '快照 (副本)');
const firefoxPath = firefoxCommand();
/** The file of a page, as the browser is asked for it. */
const addressOnDisk = (page: string): string =>
  `${pathToFileURL(join(copied, 'data/site')).href}${page.replace(/\/(?=$|[?#])/, '/index.html')}`;

let site: Site;
let pages: readonly string[];

beforeAll(async () => {
  const [opened, made] = await Promise.all([openSite(), runCommand('snapshot', ['--out', join(temporary, 'snapshot.zip')])]);
  expect(made.code, made.output).toBe(0);
  site = opened;
  cpSync(join(temporary, 'snapshot'), copied, { recursive: true });
  pages = samplePages(site.folder);
});
afterAll(async () => {
  await site?.close();
  rmSync(temporary, { recursive: true, force: true });
});

/** Reads every result of the page's query, in order, as text and address within the site. */
const READ_RESULTS = `(async () => {
  const status = document.querySelector('[data-search-status]');
  const words = JSON.parse(document.querySelector('[data-search-strings]').textContent);
  const more = document.querySelector('[data-search-more]');
  const pause = () => new Promise((done) => setTimeout(done, 20));
  while (status.textContent === '' || status.textContent === words.loading) await pause();
  while (!more.hidden) { more.click(); await pause(); }
  const root = new URL(document.querySelector('a.name').href).pathname.replace(/index\\.html$/, '');
  const address = ({ href }) => { const url = new URL(href); return url.pathname.replace(root, '/').replace(/index\\.html$/, '') + url.hash; };
  return [...document.querySelectorAll('[data-search-results] > li')].map((item) => [item.textContent, ...[...item.querySelectorAll('a')].map(address)].join('\\n'));
})()`;

/** How many charts of the page there are, and how many show something. */
const COUNT_CHARTS = `(async () => {
  const canvases = [...document.querySelectorAll('[data-chart] canvas')];
  // Read from a copy, since to read the drawing itself again and again is worth a warning to some browsers.
  const probe = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const inked = (canvas) => {
    if (canvas.width === 0 || canvas.height === 0) return false;
    Object.assign(probe.canvas, { width: canvas.width, height: canvas.height });
    probe.drawImage(canvas, 0, 0);
    return probe.getImageData(0, 0, canvas.width, canvas.height).data.some((value, at) => at % 4 === 3 && value > 0);
  };
  let drawn = 0;
  for (const canvas of canvases) {
    canvas.closest('[data-chart]').scrollIntoView();
    for (let tries = 0; tries < 600 && !inked(canvas); tries += 1) await new Promise((done) => setTimeout(done, 30));
    if (inked(canvas)) drawn += 1;
  }
  return [canvases.length, drawn];
})()`;

/** The web shows what it has read as it reads, the first ten pages and then forty at a time; a disk has all at once. */
const BATCHES = { first: 10, next: 40 } as const;

/** The same results; in the same order too, but for where the web's one batch ends and another begins. */
function expectSame(disk: readonly string[], web: readonly string[], query: string): void {
  expect([...disk].sort(), query).toEqual([...web].sort());
  const places = web.map((result) => disk.indexOf(result));
  const steps = places.filter((place, index) => index > 0 && place < (places[index - 1] ?? 0)).length;
  expect(steps, `${query}: as often out of order`).toBeLessThanOrEqual(Math.max(0, Math.ceil((web.length - BATCHES.first) / BATCHES.next)));
}

/** What a reader sees of the page without script, and of the rows of its tables alone. */
/** What stands below the screen is laid out late, and before that has no text. */
const LAY_OUT = `document.head.append(Object.assign(document.createElement('style'), { textContent: 'body * { content-visibility: visible !important; }' }))`;
const VISIBLE = `document.querySelector('main').innerText`;
const ROWS = `[...document.querySelectorAll('main tr')].map((row) => row.innerText.replace(/\\s+/g, ''))`;

const DESCRIBE_PAGE = `[document.querySelector('h1')?.textContent ?? '', getComputedStyle(document.querySelector('.foot, .embed footer')).display, document.styleSheets.length].join('|')`;

/** What the page that verifies says at the end, and each of its lines. */
const VERDICT = `[document.querySelector('#result'), ...document.querySelectorAll('#problems li')].map((line) => line.textContent.trim()).join('\\n')`;

/** One file changed, one missing, one added and one renamed, until they are mended. */
function damage(): () => void {
  const at = (path: string): string => join(copied, path);
  const whole = readFileSync(at('data/observations.csv'));
  const flipped = Buffer.from(whole);
  flipped[1000] = (flipped[1000] ?? 0) ^ 1;
  writeFileSync(at('data/observations.csv'), flipped);
  renameSync(at('data/archive/data/regions.csv'), join(temporary, 'aside'));
  writeFileSync(at('data/多出 的 #1 50%.txt'), 'x');
  renameSync(at('data/archive/data/acknowledged.csv'), at('data/archive/data/认可.csv'));
  return () => {
    writeFileSync(at('data/observations.csv'), whole);
    renameSync(join(temporary, 'aside'), at('data/archive/data/regions.csv'));
    rmSync(at('data/多出 的 #1 50%.txt'));
    renameSync(at('data/archive/data/认可.csv'), at('data/archive/data/acknowledged.csv'));
  };
}

const DAMAGED = [
  '发现 4 处问题。 4 problems.',
  '改了名字：data/archive/data/acknowledged.csv 现在叫 data/archive/data/认可.csv，内容没变。 Renamed: data/archive/data/acknowledged.csv is called data/archive/data/认可.csv now; its content has not changed.',
  '缺少：data/archive/data/regions.csv。 Missing: data/archive/data/regions.csv.',
  '内容变了：data/observations.csv。它和制作快照时不是同一个文件。 Changed: data/observations.csv. It is not the file that it was when the snapshot was made.',
  '多出：data/多出 的 #1 50%.txt。制作快照时没有这个文件。 Added: data/多出 的 #1 50%.txt. There was no such file when the snapshot was made.',
];

describe('Chromium, from a disk without network', () => {
  let browser: Browser;
  const faults: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  async function open(url: string, offline = true): Promise<Page> {
    const context = await browser.newContext({ offline, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const where = (): string => decodeURI(page.url()).slice(-60);
    page.on('console', (message) => /error|warning/.test(message.type()) && faults.push(`${where()}: ${message.text()}`));
    page.on('pageerror', (error) => faults.push(`${where()}: ${error.message}`));
    page.on('requestfailed', (request) => faults.push(`${where()}: ${request.url()} failed`));
    page.on(
      'request',
      (request) => offline && !/^(file|data|blob):/.test(request.url()) && faults.push(`${where()} asks for ${request.url()}`),
    );
    await page.goto(url);
    await scriptsHaveRun(page);
    return page;
  }

  it('shows every kind of page with its styles, and draws every chart', async () => {
    expect(pages.length).toBeGreaterThan(10);
    const page = await open(addressOnDisk('/'));
    let charts = 0;
    for (const path of pages) {
      await page.goto(addressOnDisk(path));
      expect(await page.evaluate<string>(DESCRIBE_PAGE), path).toMatch(/^.+\|(?!none).+\|[1-9]/s);
      const [all, drawn] = await page.evaluate<[number, number]>(COUNT_CHARTS);
      expect(drawn, path).toBe(all);
      charts += all;
    }
    expect(charts).toBeGreaterThan(3);
    expect(faults.splice(0)).toEqual([]);
    await page.context().close();
  });

  it('finds the same as on the web, for twenty queries', async () => {
    expect(QUERIES).toHaveLength(20);
    const [disk, web] = [await open(addressOnDisk('/search/')), await open(`${site.address}/search/`, false)];
    for (const query of QUERIES) {
      const path = `/search/?q=${encodeURIComponent(query)}`;
      await Promise.all([disk.goto(addressOnDisk(path)), web.goto(site.address + path)]);
      await scriptsHaveRun(web);
      const [offline, online] = await Promise.all([disk.evaluate<string[]>(READ_RESULTS), web.evaluate<string[]>(READ_RESULTS)]);
      expectSame(offline, online, query);
    }
    expect(faults.splice(0)).toEqual([]);
    await Promise.all([disk.context().close(), web.context().close()]);
  });

  it('leads from a search box on any page to results, and from a result to its page', async () => {
    const page = await open(addressOnDisk('/units/shangyu-new-residents/'));
    const box = page.locator('[data-search-form] [data-search-box]').first();
    await box.fill('人员经费');
    await page.locator('[data-suggestions] a').first().waitFor();
    await box.press('Enter');
    await page.locator('[data-search-results] a').first().click();
    await page.locator('h1').waitFor();
    expect(page.url()).toMatch(/^file:.*index\.html/);
    await page.goto(`${pathToFileURL(copied).href}/index.html`);
    await page.waitForURL(/site\/index\.html$/);
    expect(faults.splice(0)).toEqual([]);
    await page.context().close();
  });

  it('compares what is chosen, from an address with a choice, and leads to the cell', async () => {
    const page = await open(addressOnDisk('/compare/?of=functional/2080505&unit=putuo-wanli-subdistrict'));
    const summary = page.locator('[data-compare-result] .compared-summary');
    await summary.filter({ hasText: '2080505' }).waitFor();
    await page.locator('[data-compare-form] select[name="of"]').selectOption('measures/procurement');
    await summary.filter({ hasText: '政府采购' }).waitFor();
    expect(page.url()).toMatch(/compare\/index\.html\?of=measures%2Fprocurement&unit=putuo-wanli-subdistrict$/);
    await page.goBack();
    await summary.filter({ hasText: '2080505' }).waitFor();
    await page.locator('[data-compare-result] td.figure a').first().click();
    await page.waitForURL(/units\/putuo-wanli-subdistrict\/2023-budget\/index\.html#/);
    await page.waitForFunction(() => document.querySelector(':target') !== null);
    expect(faults.splice(0)).toEqual([]);
    await page.context().close();
  });

  it('is complete without script: every kind of page says what it says on the web', async () => {
    // Past the policy of the pages, so that they can be laid out whole.
    const laidOut = { bypassCSP: true, reducedMotion: 'reduce' } as const;
    const without = { ...laidOut, javaScriptEnabled: false };
    const [disk, web] = await Promise.all([
      browser.newContext({ ...without, offline: true }).then((context) => context.newPage()),
      browser.newContext(without).then((context) => context.newPage()),
    ]);
    const scripted = await browser.newContext(laidOut).then((context) => context.newPage());
    let rows = 0;
    for (const path of pages) {
      await Promise.all([disk.goto(addressOnDisk(path)), web.goto(site.address + path), scripted.goto(site.address + path)]);
      await scriptsHaveRun(scripted);
      await Promise.all([disk, web, scripted].map((page) => page.evaluate(LAY_OUT)));
      const said = await disk.evaluate<string>(VISIBLE);
      expect(said.length, path).toBeGreaterThan(20);
      expect(said, path).toBe(await web.evaluate<string>(VISIBLE));
      const figures = await disk.evaluate<string[]>(ROWS);
      expect(figures, path).toEqual(await scripted.evaluate<string[]>(ROWS));
      rows += figures.length;
    }
    expect(rows).toBeGreaterThan(500);
    await disk.goto(addressOnDisk('/units/shangyu-new-residents/2024-budget/'));
    await disk.locator('a.name').click();
    expect(await disk.locator('main a').count()).toBeGreaterThan(10);
    await Promise.all([disk, web, scripted].map((page) => page.context().close()));
  });

  it('verifies the folder in its own page, and says that it cannot vouch for itself', async () => {
    const page = await open(`${pathToFileURL(copied).href}/verify.html`);
    expect(await page.locator('main').textContent()).toContain('不能为自己作证');
    const verify = async (): Promise<string> => {
      await page.reload();
      await page.locator('#folder').setInputFiles(copied);
      await page.locator('#result', { hasText: /没有变|处问题/ }).waitFor();
      return page.evaluate<string>(VERDICT);
    };
    expect(await verify()).toContain('一个不少，一个不多，都没有变');
    const mend = damage();
    try {
      expect((await verify()).split('\n')).toEqual(DAMAGED);
    } finally {
      mend();
    }
    expect(await verify()).toContain('都没有变');
    expect(faults.splice(0)).toEqual([]);
    await page.context().close();
  });
});

describe.skipIf(firefoxPath === undefined)('Firefox, from a disk without network, with strict file origins', () => {
  let firefox: Firefox;
  const faults: string[] = [];

  beforeAll(async () => {
    // Without the first, a Firefox that is driven lets pages on a disk read what a reader's would not.
    firefox = await Firefox.open(firefoxPath ?? '', {
      'security.fileuri.strict_origin_policy': true,
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': 9,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': 9,
    });
    firefox.report = (method, params) => {
      const { request, errorText, level, text } = params as {
        request?: { url: string };
        errorText?: string;
        level?: string;
        text?: string;
      };
      if (method === 'network.beforeRequestSent' && request && !/^(file|data|blob|about):/.test(request.url))
        faults.push(`asks for ${request.url}`);
      if (method === 'network.fetchError' && errorText !== 'NS_BINDING_ABORTED') faults.push(`${request?.url} failed, ${errorText}`);
      if (method === 'log.entryAdded' && (level === 'error' || level === 'warn')) faults.push(String(text));
    };
  });
  afterAll(() => firefox?.close());

  it('shows every kind of page with its styles, and draws every chart', async () => {
    for (const path of pages) {
      await firefox.visit(addressOnDisk(path), 1280, 900);
      expect(await firefox.evaluate<string>(DESCRIBE_PAGE), path).toMatch(/^.+\|(?!none).+\|[1-9]/s);
      const [all, drawn] = await firefox.evaluate<[number, number]>(COUNT_CHARTS);
      expect(drawn, path).toBe(all);
    }
    expect(faults.splice(0)).toEqual([]);
  });

  it('is strict here: a module on a disk is refused', async () => {
    writeFileSync(join(temporary, 'module.js'), `document.title = 'ran';`);
    writeFileSync(join(temporary, 'module.html'), '<!doctype html><title>refused</title><script type="module" src="module.js"></script>');
    await firefox.visit(pathToFileURL(join(temporary, 'module.html')).href, 800, 600);
    expect(await firefox.evaluate<string>('document.title')).toBe('refused');
    faults.splice(0);
  });

  it('finds the same as Chromium on the web, for twenty queries', async () => {
    const browser = await openBrowser();
    try {
      const web = await browser.newPage();
      for (const query of QUERIES) {
        const path = `/search/?q=${encodeURIComponent(query)}`;
        await Promise.all([web.goto(site.address + path), firefox.visit(addressOnDisk(path), 1280, 900)]);
        expectSame(await firefox.evaluate<string[]>(READ_RESULTS), await web.evaluate<string[]>(READ_RESULTS), query);
      }
    } finally {
      await browser.close();
    }
    expect(faults.splice(0)).toEqual([]);
  });

  it('verifies the folder in its own page', async () => {
    await firefox.visit(`${pathToFileURL(copied).href}/verify.html`, 1000, 800);
    // Nobody can choose a folder in a Firefox that is driven: it is given the files, and each is told its path.
    const verify = async (): Promise<string> => {
      const paths = filesOf(copied);
      await firefox.evaluate(`(() => {
        const [input, paths] = [document.querySelector('#folder'), ${JSON.stringify(paths)}];
        Object.assign(input, { webkitdirectory: false, multiple: true });
        globalThis.paths = paths;
        globalThis.told ??= document.addEventListener('change', ({ target }) => {
          for (const [at, file] of [...target.files].entries()) Object.defineProperty(file, 'webkitRelativePath', { value: 'x/' + globalThis.paths[at] });
        }, true) ?? true;
        document.querySelector('#result').textContent = '';
      })()`);
      await firefox.setFiles(
        '#folder',
        paths.map((path) => join(copied, path)),
      );
      return firefox.evaluate<string>(`(async () => {
        while (!/没有变|处问题/.test(document.querySelector('#result').textContent)) await new Promise((done) => setTimeout(done, 50));
        return ${VERDICT};
      })()`);
    };
    expect(await verify()).toContain('一个不少，一个不多，都没有变');
    const mend = damage();
    try {
      expect((await verify()).split('\n')).toEqual(DAMAGED);
    } finally {
      mend();
    }
    expect(faults.splice(0)).toEqual([]);
  });
});
