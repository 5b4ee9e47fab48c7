import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measured } from '../src/bench/measure.ts';
import type { PeerSite } from '../src/bench/peers.ts';
import { type Result, runSize } from '../src/bench/run-size.ts';
import type { Size } from '../src/bench/site-facts.ts';
import { parseCommand, refuse } from './command.ts';

const USAGE = `npm run bench -- [--disclosures N,N,...] [--peers] [--json FILE]

Makes up archives of N unit budgets (default 100,1000), builds their sites in a temporary folder with the commands that
everybody uses, and says what that took: time, processor time and most memory of all processes. Nothing of it is kept.
  --disclosures N,N  sizes, one after the other
  --peers            Hugo, Eleventy and stock Pagefind on the same archive too, in the same run (hugo must be installed):
                     Hugo twice, into bare pages of the tables alone and into pages comparable to ours
  --json FILE        the figures also as JSON`;

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
    results.push(await runSize(root, size, place, flag('peers')));
    print(results.at(-1) as Result);
    rmSync(place, { recursive: true, force: true });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const file = text('json');
if (file) writeFileSync(file, `${JSON.stringify({ processors: availableParallelism(), results }, null, 2)}\n`);

function print({ disclosures, check, build, phases, size, keptBytes, afterOneCell, peers, ratios }: Result): void {
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
  console.log(`  网站 ${sizeText(size)}；每份 ${((build.processorSeconds * 1000) / disclosures).toFixed(0)} 毫秒处理器时间`);
  console.log(`  留给下次的 ${(keptBytes / 1e6).toFixed(0)} MB，其中网站的文件与网站共用磁盘`);
  line('改一格后核对', afterOneCell.check);
  line('改一格后生成', afterOneCell.build);
  for (const { name, seconds } of afterOneCell.phases) console.log(`  ${seconds.toFixed(1)} 秒\t${name}`);
  const share = (100 * afterOneCell.build.processorSeconds) / build.processorSeconds;
  console.log(
    `  是全部重做的 ${share.toFixed(1)} %（处理器时间），${((100 * afterOneCell.build.seconds) / build.seconds).toFixed(1)} %（用时）`,
  );
  if (!peers || !ratios) return;
  const site = (name: string, { build: theirs, pagefind, size: their }: PeerSite): void => {
    line(name, theirs);
    if (pagefind) line('  Pagefind', pagefind);
    console.log(`  网站 ${sizeText(their)}`);
  };
  site('Hugo，只有各表的网页', peers.hugo);
  site('Hugo，与我们可比的网页', peers.hugoComparable);
  site('Eleventy，只有各表的网页', peers.eleventy);
  if (peers.pagefindOverOurs) line('Pagefind，读我们的网页', peers.pagefindOverOurs);
  for (const [name, ratio] of [['只有各表', ratios.bare] as const, ['可比的网页', ratios.comparable] as const])
    if (ratio)
      console.log(
        `生成是 Hugo（${name}）加 Pagefind 的 ${ratio.seconds.toFixed(2)} 倍（用时），${ratio.processorSeconds.toFixed(2)} 倍（处理器时间）`,
      );
}

function sizeText({ pages, bytes }: Size): string {
  return `${pages} 页，${(bytes / 1e6).toFixed(0)} MB`;
}
