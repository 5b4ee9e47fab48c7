import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Papa from 'papaparse';

export default function (config) {
  config.addFilter('csv', (id, inputPath) => Papa.parse(readFileSync(join(dirname(inputPath), `${id}.csv`), 'utf8').trimEnd()).data);
  config.addFilter('below', (pages, url) => pages.filter((page) => page.url !== url && page.url.startsWith(url) && !page.url.slice(url.length, -1).includes('/')));
  config.addGlobalData('layout', 'page.njk');
  return { dir: { includes: '_includes' } };
}
