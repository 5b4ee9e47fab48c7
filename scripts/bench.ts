import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { measurePages, type PageResults } from '../src/bench/pages.ts';
import { pagesText, resultText } from '../src/bench/results-text.ts';
import { type Result, runOurs, runSize } from '../src/bench/run-size.ts';
import { parseCommand, refuse } from './command.ts';

const USAGE = `npm run bench -- [--disclosures N,N,...] [--peers] [--pages] [--json FILE]

Makes up archives of N unit budgets (default 100,1000), builds their sites in a temporary folder with the commands that
everybody uses, and says what that took: time, processor time and most memory of all processes. Nothing of it is kept.
  --disclosures N,N  sizes, one after the other
  --peers            Hugo, Eleventy and stock Pagefind on the same archive too, in the same run (hugo must be installed):
                     Hugo twice, into bare pages of the tables alone and into pages comparable to ours
  --pages            what a reader waits for: the heaviest document's page, and one page of each kind of the project's own
                     archive, in a browser held to a slow phone and network; some minutes
  --json FILE        the figures also as JSON`;

const { root, text, flag } = parseCommand(USAGE, {
  disclosures: { type: 'string' },
  peers: { type: 'boolean' },
  pages: { type: 'boolean' },
  json: { type: 'string' },
});
const sizes = (text('disclosures') ?? '100,1000').split(',').map(Number);
for (const size of sizes)
  if (!Number.isInteger(size) || size < 1) refuse(`“${text('disclosures')}”不是份数，应为正整数，用逗号隔开。`, USAGE);

const folder = mkdtempSync(join(tmpdir(), 'mingzhang-bench-'));
const results: Result[] = [];
let ownPages: PageResults | undefined;
try {
  if (flag('pages')) {
    const site = join(folder, 'own-site');
    await runOurs(root, 'build', '--out', site, '--cache', join(folder, 'own-kept'));
    ownPages = await measurePages(site, 'every kind');
    console.log('\n本项目的档案');
    console.log(pagesText(ownPages));
  }
  for (const size of sizes) {
    const place = join(folder, String(size));
    results.push(await runSize(root, { disclosures: size, peers: flag('peers'), pages: flag('pages') }, place));
    console.log(resultText(results.at(-1) as Result));
    rmSync(place, { recursive: true, force: true });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const file = text('json');
if (file) writeFileSync(file, `${JSON.stringify({ processors: availableParallelism(), ownPages, results }, withoutLooks, 2)}\n`);

/** The figures that are made of them are there. */
function withoutLooks(key: string, value: unknown): unknown {
  return key === 'looks' || key === 'output' ? undefined : value;
}
