import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { PROJECT } from '../testing/commands.ts';
import { writeHugoSource } from './peers.ts';
import { writeSyntheticArchive } from './synthetic-archive.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingzhang-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hugoIsInstalled = spawnSync('hugo', ['version']).status === 0;

it.runIf(hugoIsInstalled)('has Hugo make pages that say what ours say', () => {
  const [archive, source, site] = [join(folder, 'archive'), join(folder, 'source'), join(folder, 'site')];
  writeSyntheticArchive(archive, 6, PROJECT);
  writeHugoSource(archive, source, 'hugo-comparable');
  execFileSync('hugo', ['--source', source, '--destination', site, '--quiet']);
  const made = (path: string): string => readFileSync(join(site, path), 'utf8');
  const table = readFileSync(join(archive, 'data/disclosures/synthetic-1/2024-budget/expenditure.csv'), 'utf8').split('\n');
  const [, , total = ''] = table[1]?.split(',') ?? [];
  const [code = '', , amount = ''] = table[2]?.split(',') ?? [];
  const grouped = total.replace(/\B(?=(\d{3})+\.)/g, ',');

  for (const page of ['index.html', 'embed.html'])
    expect(made(`units/synthetic-1/2024-budget/${page}`)).toContain(`<td id="expenditure.total.total">${grouped}<`);
  expect(made('units/synthetic-1/2024-budget/index.html')).toContain(`<td class="code"><a href="/functions/${code}/">${code}</a>`);
  const { tables } = JSON.parse(made('units/synthetic-1/2024-budget/tables.json')) as {
    tables: { table: string; rows: { row: string; cells: Record<string, { value?: string }> }[] }[];
  };
  const expenditure = tables.find((each) => each.table === 'expenditure');
  expect(expenditure?.rows.find(({ row }) => row === code)?.cells.total?.value).toBe(amount);
  for (const page of [`functions/${code}/index.html`, 'units/synthetic-1/index.html'])
    expect(made(page)).toContain(`/units/synthetic-1/2024-budget/#expenditure.${code}.total"`);
});
