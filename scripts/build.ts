import { resolve } from 'node:path';
import { compileFolder } from '../src/archive/compile.ts';
import { bringParts, joinSite, mayBringParts, shareOfParts } from '../src/build/build-parts.ts';
import { buildSite, mayReplace, unfinishedSite } from '../src/build/build-site.ts';
import { keptParts } from '../src/build/kept-parts.ts';
import { joinArchive, LARGE, planArchive, readKept } from '../src/build/large-archive.ts';
import { makeParts } from '../src/build/make-parts.ts';
import { disclosuresIn } from '../src/build/part-plan.ts';
import { PlacedParts } from '../src/build/placed-parts.ts';
import { filesOnDisk } from '../src/reading/files.ts';
import { ownEdition } from '../src/views/editions.ts';
import { checked, progressOf } from './checked.ts';
import { parseCommand, refuse } from './command.ts';

const USAGE = `npm run build -- [--archive DIR] [--out DIR] [--processes N] [--part K/N] [--cache DIR]

Checks an archive and, if it has no error, writes its site as plain files. Of a large archive it makes anew only what
has changed since the build before; the site is the same as if all were made anew.
  --archive DIR  the archive's folder (default: this project, or MINGZHANG_ARCHIVE)
  --out DIR      where the site goes (default: dist); the one before stays until the new one is whole
  --processes N  how many make the units' pages at once (default: as many as there are processors, for a large
                 archive; 0: all in this one, for a small one); the site is the same whatever N is
  --part K/N     only the K-th of N shares of the units' pages and data, into --out, for npm run join
  --cache DIR    where the parts are kept for the next build (default: .cache/parts, a folder for each archive)`;

const { archive, root, text } = parseCommand(USAGE, {
  out: { type: 'string' },
  processes: { type: 'string' },
  part: { type: 'string' },
  cache: { type: 'string' },
});
const share = text('part') === undefined ? undefined : shareAsked(text('part') ?? '');
if (share && text('out') === undefined) refuse('--part 要用 --out 写明放在哪个文件夹。', USAGE);
const out = resolve(text('out') ?? `${root}/dist`);
if (share ? !mayBringParts(out) : !mayReplace(out))
  refuse(`${out} 里有别的文件，不会覆盖。请用 --out 指定一个空文件夹，或上次生成的${share ? '部分' : '网站'}。`, USAGE);
const processes = text('processes') === undefined ? undefined : Number(text('processes'));
if (processes !== undefined && !(Number.isInteger(processes) && processes >= 0))
  refuse(`“${text('processes')}”不是个数，应为 0 或正整数。`, USAGE);

const files = filesOnDisk(archive);
if (share || processes || disclosuresIn(files) >= LARGE) {
  const kept = keptParts(root, archive, folder(text('cache')));
  const planned = await planArchive({ archiveRoot: archive, files, ...kept });
  const progress = progressOf(planned.declarations);
  const options = { root, archiveRoot: archive, ...kept, ...(processes ? { processes } : {}), progress };
  const own = share && shareOfParts(planned, share);
  const placed = new PlacedParts(unfinishedSite(out), kept.store);
  const making = makeParts(planned, share ? options : { ...options, isKept: (folders) => placed.begin(folders) }, own);
  const read = readKept(planned, kept.store);
  const large = joinArchive(planned, kept.store, await making, read);
  checked(large.archive, progress);
  if (own) bringParts(large, own, kept.store, out);
  else await joinSite(large, { ...options, out }, placed);
  progress(ownEdition(large.archive).language.terminal.done(out));
} else {
  const compiled = await compileFolder(archive);
  const progress = checked(compiled);
  await buildSite(compiled, { root, archiveRoot: archive, out, progress });
  progress(ownEdition(compiled).language.terminal.done(out));
}
process.exit(0);

function folder(path: string | undefined): string | undefined {
  return path === undefined ? undefined : resolve(path);
}

/** `3/8` */
function shareAsked(asked: string): { readonly number: number; readonly of: number } {
  const [, number = 0, of = 0] = (/^([1-9]\d*)\/([1-9]\d*)$/.exec(asked) ?? []).map(Number);
  if (number < 1 || number > of) refuse(`“${asked}”不是第几份，应写作 3/8：八份里的第三份。`, USAGE);
  return { number, of };
}
