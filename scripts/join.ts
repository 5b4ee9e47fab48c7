import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { joinSite, mayBringParts, missingParts } from '../src/build/build-parts.ts';
import { mayReplace } from '../src/build/build-site.ts';
import { keptParts } from '../src/build/kept-parts.ts';
import { compileInParts } from '../src/build/large-archive.ts';
import { ownEdition } from '../src/views/editions.ts';
import { checked } from './checked.ts';
import { parseCommand, refuse } from './command.ts';

const USAGE = `npm run join -- PARTS [--archive DIR] [--out DIR] [--cache DIR]

Makes the site of an archive from the parts that npm run build -- --part 1/N to N/N have made of it, wherever they did.
  PARTS          a folder with the folders of all of them
  --archive DIR  the archive's folder (default: this project, or MINGZHANG_ARCHIVE)
  --out DIR      where the site goes (default: dist); the one before stays until the new one is whole
  --cache DIR    where the search index is kept for the next time (default: .cache/parts, a folder for each archive)`;

const { archive, root, words, text } = parseCommand(USAGE, { out: { type: 'string' }, cache: { type: 'string' } }, ['PARTS'], {
  archive: true,
});
const [place = ''] = words;
const out = resolve(text('out') ?? `${root}/dist`);
if (!mayReplace(out)) refuse(`${out} 里有别的文件，不会覆盖。请用 --out 指定一个空文件夹，或上次生成的网站。`, USAGE);
const given = foldersIn(place).filter(mayBringParts);
if (given.length === 0) refuse(`${place} 里没有 npm run build -- --part 生成的部分。`, USAGE);
const kept = keptParts(root, archive, text('cache') === undefined ? undefined : resolve(text('cache') ?? ''), given);
const large = await compileInParts({ archiveRoot: archive, ...kept });
const progress = checked(large.archive);
const missing = missingParts(large, kept.store);
if (missing.length > 0) {
  const [unit] = missing[0]?.units ?? [];
  refuse(
    `还缺 ${missing.length} 个部分（例如单位 ${unit} 的）。各份须由同一个程序、同一个档案生成：请补上缺的 npm run build -- --part，或在档案改动之后全部重做。`,
    USAGE,
  );
}
await joinSite(large, { root, archiveRoot: archive, ...kept, out, progress });
progress(ownEdition(large.archive).language.terminal.done(out));
process.exit(0);

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(folder, name))
      .sort();
  } catch {
    return refuse(`没有文件夹 ${folder}。`, USAGE);
  }
}
