/** The figures as the benchmark prints them. */
import type { Measured } from './measure.ts';
import type { PageResults } from './pages.ts';
import type { PeerSite } from './peers.ts';
import type { Ratio, Result } from './run-size.ts';
import type { Size } from './site-facts.ts';

export function resultText({ disclosures, check, build, phases, size, keptBytes, afterOneCell, pages, peers, ratios }: Result): string {
  const share = (key: 'seconds' | 'processorSeconds'): string => ((100 * afterOneCell.build[key]) / build[key]).toFixed(1);
  return [
    `\n${disclosures} 份`,
    line('核对', check),
    line('生成', build),
    ...phasesText(phases),
    `  网站 ${sizeText(size)}；每份 ${((build.processorSeconds * 1000) / disclosures).toFixed(0)} 毫秒处理器时间`,
    `  留给下次的 ${(keptBytes / 1e6).toFixed(0)} MB，其中网站的文件与网站共用磁盘`,
    line('改一格后核对', afterOneCell.check),
    line('改一格后生成', afterOneCell.build),
    ...phasesText(afterOneCell.phases),
    `  是全部重做的 ${share('processorSeconds')} %（处理器时间），${share('seconds')} %（用时）`,
    ...(pages ? [pagesText(pages)] : []),
    ...(peers
      ? [
          ...peerText('Hugo，只有各表的网页', peers.hugo),
          ...peerText('Hugo，与我们可比的网页', peers.hugoComparable),
          ...peerText('Eleventy，只有各表的网页', peers.eleventy),
          ...(peers.pagefindOverOurs ? [line('Pagefind，读我们的网页', peers.pagefindOverOurs)] : []),
        ]
      : []),
    ...(ratios ? [ratioText('只有各表', ratios.bare), ratioText('可比的网页', ratios.comparable)] : []),
  ].join('\n');
}

export function pagesText({ heaviestDocument: { address, bytes }, times }: PageResults): string {
  return [
    `最重的文件页 ${(bytes / 1000).toFixed(1)} KB（HTML 与样式，压缩后）\t${address}`,
    '慢速手机（4G，往返 150 毫秒，每次请求 562.5 毫秒，1.44 Mbit/s，处理器慢四倍），五次的中位数',
    ...times.map((page) =>
      [
        `  最大内容 ${page.largestPaint.toFixed(0)} 毫秒`,
        `最先 ${page.firstPaint.toFixed(0)} 毫秒`,
        `位移 ${page.shift.toFixed(3)}`,
        `须等的请求 ${page.requests} 次`,
        page.address,
      ].join('\t'),
    ),
  ].join('\n');
}

function line(name: string, { seconds, processorSeconds, megabytes }: Measured): string {
  const memory = megabytes ? [`内存 ${megabytes} MB`] : [];
  return [name, `${seconds.toFixed(1)} 秒`, `处理器 ${processorSeconds.toFixed(1)} 秒`, ...memory].join('\t');
}

function phasesText(phases: Result['phases']): string[] {
  return phases.map(({ name, seconds, megabytes }) =>
    [`  ${seconds.toFixed(1)} 秒`, ...(megabytes ? [`${megabytes} MB`] : []), name].join('\t'),
  );
}

function peerText(name: string, { build, pagefind, size }: PeerSite): string[] {
  return [line(name, build), ...(pagefind ? [line('  Pagefind', pagefind)] : []), `  网站 ${sizeText(size)}`];
}

function ratioText(name: string, { withPagefind, seconds, processorSeconds }: Ratio): string {
  const theirs = `Hugo（${name}）${withPagefind ? '加 Pagefind' : '，不加 Pagefind'}`;
  return `生成是 ${theirs} 的 ${seconds.toFixed(2)} 倍（用时），${processorSeconds.toFixed(2)} 倍（处理器时间）`;
}

function sizeText({ pages, bytes, pageBytes, indexBytes }: Size): string {
  const megabytes = (count: number): string => `${(count / 1e6).toFixed(0)} MB`;
  return `${pages} 页，${megabytes(bytes)}（网页 ${megabytes(pageBytes)}，搜索索引 ${megabytes(indexBytes)}）`;
}
