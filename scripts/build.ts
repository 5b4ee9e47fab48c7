import { resolve } from 'node:path';
import { blockingFindings } from '../src/archive/blocking.ts';
import { buildSite, mayReplace } from '../src/build/build-site.ts';
import { compileInParts } from '../src/build/large-archive.ts';
import { printReport } from '../src/reporting/terminal.ts';
import { ownEdition } from '../src/views/editions.ts';
import { BAD_DATA, parseCommand, refuse } from './command.ts';

const USAGE = `npm run build -- [--archive DIR] [--out DIR] [--processes N]

Checks an archive and, if it has no error, writes its site as plain files.
  --archive DIR  the archive's folder (default: this project, or MINGZHANG_ARCHIVE)
  --out DIR      where the site goes (default: dist); the one before stays until the new one is whole
  --processes N  how many make the units' pages at once (default: as many as there are processors, for a large
                 archive); the site is the same whatever N is`;

const { archive, root, text } = parseCommand(USAGE, { out: { type: 'string' }, processes: { type: 'string' } });
const out = resolve(text('out') ?? `${root}/dist`);
if (!mayReplace(out)) refuse(`${out} 里有别的文件，不会覆盖。请用 --out 指定一个空文件夹，或上次生成的网站。`, USAGE);
const processes = text('processes') === undefined ? undefined : Number(text('processes'));
if (processes !== undefined && !(Number.isInteger(processes) && processes >= 0))
  refuse(`“${text('processes')}”不是个数，应为 0 或正整数。`, USAGE);
const start = performance.now();
const compiled = await compileInParts(archive);
const { terminal } = ownEdition(compiled.archive).language;
const progress = (step: string): void =>
  console.log(`${terminal.seconds(((performance.now() - start) / 1000).toFixed(1).padStart(5))}  ${step}`);
progress(terminal.steps.checking);
printReport(compiled.archive);
if (blockingFindings(compiled.archive).length > 0) process.exit(BAD_DATA);
await buildSite(compiled, { root, archiveRoot: archive, out, progress, ...(processes === undefined ? {} : { processes }) });
progress(terminal.done(out));
process.exit(0);
