import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Measured, measure } from '../src/bench/measure.ts';
import { type PeerResults, runPeers } from '../src/bench/peers.ts';
import { bytesIn, phasesOf } from '../src/bench/site-facts.ts';
import { changeOneCell, writeSyntheticArchive } from '../src/bench/synthetic-archive.ts';
import { parseCommand, refuse } from './command.ts';

const USAGE = `npm run bench -- [--disclosures N,N,...] [--peers] [--json FILE]

Makes up archives of N unit budgets (default 100,1000), builds their sites in a temporary folder with the commands that
everybody uses, and says what that took: time, processor time and most memory of all processes. Nothing of it is kept.
  --disclosures N,N  sizes, one after the other
  --peers            Hugo, Eleventy and stock Pagefind on the same archive too, in the same run (hugo must be installed)
  --json FILE        the figures also as JSON`;

interface Result {
  readonly disclosures: number;
  readonly check: Measured;
  readonly build: Measured;
  readonly phases: readonly { readonly name: string; readonly seconds: number }[];
  readonly bytes: number;
  /** What is kept for the next build, most of it the site's own files. */
  readonly keptBytes: number;
  /** The same again when one cell of one table has changed. */
  readonly afterOneCell: { readonly check: Measured; readonly build: Measured; readonly phases: Result['phases'] };
  readonly peers?: PeerResults;
  /** Our build over Hugo with Pagefind, in time. */
  readonly ratio?: number;
}

const { root, text, flag } = parseCommand(USAGE, {
  disclosures: { type: 'string' },
  peers: { type: 'boolean' },
  json: { type: 'string' },
});
const sizes = (text('disclosures') ?? '100,1000').split(',').map(Number);
for (const size of sizes)
  if (!Number.isInteger(size) || size < 1) refuse(`“${text('disclosures')}”不是份数，应为正整数，用逗号隔开。`, USAGE);

const folder = mkdtempSync(join(tmpdir(), 'mingzhang-bench-'));
const results: Result[] = [];
try {
  for (const size of sizes) {
    const place = join(folder, String(size));
    results.push(await runOne(size, place));
    print(results.at(-1) as Result);
    rmSync(place, { recursive: true, force: true });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const file = text('json');
if (file) writeFileSync(file, `${JSON.stringify({ processors: availableParallelism(), results }, null, 2)}\n`);

async function runOne(disclosures: number, place: string): Promise<Result> {
  const [archive, site] = [join(place, 'archive'), join(place, 'site')];
  writeSyntheticArchive(archive, disclosures, root);
  const ours = (command: string, ...args: string[]): Promise<Measured> =>
    measure(process.execPath, [join(root, 'scripts', `${command}.ts`), '--archive', archive, ...args], root);
  const kept = ['--cache', join(place, 'kept')];
  const check = await ours('check', '--cache', join(place, 'checked'));
  const build = await ours('build', '--out', site, ...kept);
  const bytes = bytesIn(site);
  changeOneCell(archive);
  const checkAgain = await ours('check', '--cache', join(place, 'checked'));
  const buildAgain = await ours('build', '--out', site, ...kept);
  const facts = {
    disclosures,
    check,
    build,
    phases: phasesOf(build.output),
    bytes,
    keptBytes: bytesIn(join(place, 'kept')),
    afterOneCell: { check: checkAgain, build: buildAgain, phases: phasesOf(buildAgain.output) },
  };
  if (!flag('peers')) return facts;
  const peers = await runPeers(root, archive, join(place, 'peers'));
  return { ...facts, peers, ratio: build.seconds / (peers.hugo.seconds + peers.pagefind.seconds) };
}

function print({ disclosures, check, build, phases, bytes, keptBytes, afterOneCell, peers, ratio }: Result): void {
  const line = (name: string, { seconds, processorSeconds, megabytes }: Measured): void =>
    console.log(
      [name, `${seconds.toFixed(1)} 秒`, `处理器 ${processorSeconds.toFixed(1)} 秒`, ...(megabytes ? [`内存 ${megabytes} MB`] : [])].join(
        '\t',
      ),
    );
  console.log(`\n${disclosures} 份`);
  line('核对', check);
  line('生成', build);
  for (const { name, seconds } of phases) console.log(`  ${seconds.toFixed(1)} 秒\t${name}`);
  console.log(`  网站 ${(bytes / 1e6).toFixed(0)} MB；每份 ${((build.processorSeconds * 1000) / disclosures).toFixed(0)} 毫秒处理器时间`);
  console.log(`  留给下次的 ${(keptBytes / 1e6).toFixed(0)} MB，其中网站的文件与网站共用磁盘`);
  line('改一格后核对', afterOneCell.check);
  line('改一格后生成', afterOneCell.build);
  for (const { name, seconds } of afterOneCell.phases) console.log(`  ${seconds.toFixed(1)} 秒\t${name}`);
  const share = (100 * afterOneCell.build.processorSeconds) / build.processorSeconds;
  console.log(
    `  是全部重做的 ${share.toFixed(1)} %（处理器时间），${((100 * afterOneCell.build.seconds) / build.seconds).toFixed(1)} %（用时）`,
  );
  if (!peers || ratio === undefined) return;
  line('Hugo', peers.hugo);
  line('Eleventy', peers.eleventy);
  line('Pagefind', peers.pagefind);
  console.log(`生成用时是 Hugo 加 Pagefind 的 ${ratio.toFixed(1)} 倍`);
}
