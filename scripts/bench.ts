import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSyntheticArchive } from '../src/bench/synthetic-archive.ts';
import { buildSite } from '../src/build/build-site.ts';
import { compileInParts } from '../src/build/large-archive.ts';
import { parseCommand, refuse } from './command.ts';

const USAGE = `npm run bench -- [--disclosures N]

Makes up an archive of N unit budgets (default 1000), builds its site in a temporary folder, and says how long
each phase took and the most memory that was held. Nothing of it is kept.`;

const { root, text } = parseCommand(USAGE, { disclosures: { type: 'string' } });
const disclosures = Number(text('disclosures') ?? 1000);
if (!Number.isInteger(disclosures) || disclosures < 1) refuse(`“${text('disclosures')}”不是份数，应为正整数。`, USAGE);

const folder = mkdtempSync(join(tmpdir(), 'mingzhang-bench-'));
const phases: { name: string; at: number }[] = [];
const begin = (name: string): void => void phases.push({ name, at: performance.now() });
try {
  writeSyntheticArchive(join(folder, 'archive'), disclosures, root);
  begin('核对档案');
  const archive = await compileInParts(join(folder, 'archive'));
  await buildSite(archive, { root, archiveRoot: join(folder, 'archive'), out: join(folder, 'site'), progress: begin });
  begin('');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const [index, { name, at }] of phases.entries()) {
  const next = phases[index + 1];
  if (next) console.log(`${name}\t${((next.at - at) / 1000).toFixed(1)} 秒`);
}
console.log(`最大内存\t${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
process.exit(0);
