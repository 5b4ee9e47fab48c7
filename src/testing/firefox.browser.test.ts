/** The essentials in a second engine. Left out where no Firefox is installed. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Firefox, firefoxCommand } from './firefox.ts';
import { samplePages } from './routes.ts';
import { openSite, type Site } from './site.ts';

const command = firefoxCommand();
const ENTER = '\ue007';
const ESCAPE = '\ue00c';

describe.skipIf(command === undefined)('Firefox', () => {
  let site: Site;
  let firefox: Firefox;
  const faults: string[] = [];

  beforeAll(async () => {
    site = await openSite();
    firefox = await Firefox.open(command ?? '');
    firefox.report = (method, params) => {
      const fault = faultOf(method, params);
      if (fault) faults.push(fault);
    };
  });
  afterEach(() => expect(faults.splice(0)).toEqual([]));
  afterAll(async () => {
    await firefox?.close();
    await site?.close();
  });

  it.each([320, 1280])('shows every kind of page without a fault, in a window of %i px', async (width) => {
    const wide: string[] = [];
    for (const path of samplePages(site.folder)) {
      await firefox.visit(site.address + path, width, 800);
      if (await firefox.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth')) wide.push(path);
    }
    expect(wide).toEqual([]);
  });

  it('finds what is searched for', async () => {
    await firefox.visit(`${site.address}/search/?q=居住证`, 1280, 800);
    expect(await eventually(`document.querySelectorAll('[data-search-results] a').length`)).toBeGreaterThan(1);
  });

  it('draws charts', async () => {
    await firefox.visit(`${site.address}/units/shangyu-new-residents/`, 1280, 800);
    await firefox.evaluate(`document.querySelector('figure.chart canvas').scrollIntoView()`);
    const inked = `(() => {
      const canvas = document.querySelector('figure.chart canvas');
      const { data } = canvas.getContext('2d').getImageData(0, 0, Math.max(1, canvas.width), Math.max(1, canvas.height));
      return data.filter((value, at) => at % 4 === 3 && value > 0).length;
    })()`;
    expect(await eventually(inked)).toBeGreaterThan(1000);
  });

  it('compares what is chosen, and draws it', async () => {
    await firefox.visit(`${site.address}/compare/?of=measures/procurement`, 390, 800);
    const box = `document.querySelector('[data-compare-choices] input[name="unit"][value="putuo-wanli-subdistrict"]')`;
    expect(await eventually(`document.querySelectorAll('[data-compare-result] a').length && ${box} ? 1 : 0`)).toBe(1);
    await firefox.evaluate(`(${box}.closest('details').open = true, ${box}.click())`);
    expect(await eventually(`location.search.includes('unit=putuo-wanli-subdistrict') ? 1 : 0`)).toBe(1);
    expect(await eventually(`document.querySelector('[data-compare-result]').textContent.includes('+190.0%') ? 1 : 0`)).toBe(1);
    expect(await eventually(`document.querySelector('[data-compare-result] canvas').width > 200 ? 1 : 0`)).toBe(1);
    await firefox.evaluate('history.back()');
    expect(await eventually(`location.search.includes('unit=') ? 0 : 1`)).toBe(1);
  });

  it('opens a term with Enter and closes it with Escape', async () => {
    await firefox.visit(`${site.address}/units/shangyu-new-residents/`, 1280, 800);
    await firefox.evaluate(`document.querySelector('button.term').focus()`);
    await firefox.press(ENTER);
    expect(await eventually(`document.querySelectorAll(':popover-open').length`)).toBe(1);
    await firefox.press(ESCAPE);
    expect(await firefox.evaluate(`document.querySelectorAll(':popover-open').length`)).toBe(0);
  });

  /** Asks until the answer is not zero, or gives up. */
  async function eventually(expression: string): Promise<number> {
    for (let tries = 0; tries < 100; tries += 1) {
      const value = await firefox.evaluate<number>(expression);
      if (value > 0) return value;
      await new Promise((done) => setTimeout(done, 100));
    }
    return 0;
  }

  function faultOf(method: string, params: Record<string, unknown>): string | undefined {
    const { request, response, errorText } = params as {
      request?: { url: string };
      response?: { url: string; status: number };
      errorText?: string;
    };
    const foreign = request && !request.url.startsWith(`${site.address}/`) && !/^(data|blob|about):/.test(request.url);
    if (method === 'network.beforeRequestSent' && foreign) return `asks for ${request.url}`;
    // A reader who leaves a page stops what it was loading.
    if (method === 'network.fetchError' && errorText !== 'NS_BINDING_ABORTED') return `${request?.url} failed, ${errorText}`;
    if (method === 'network.responseCompleted' && response && response.status >= 400) return `${response.url} answered ${response.status}`;
    if (method === 'log.entryAdded' && (params.level === 'error' || params.level === 'warn')) return String(params.text);
    return undefined;
  }
});
