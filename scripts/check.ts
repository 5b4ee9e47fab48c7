import { relative, resolve } from 'node:path';
import { blockingFindings } from '../src/archive/blocking.ts';
import { compileFolder } from '../src/archive/compile.ts';
import { keptParts } from '../src/build/kept-parts.ts';
import { compileInParts, LARGE } from '../src/build/large-archive.ts';
import { disclosuresIn, RECORDS } from '../src/build/part-plan.ts';
import type { Archive } from '../src/domain/archive.ts';
import { filesOnDisk } from '../src/reading/files.ts';
import { FORMATS, type Format, githubAnnotations, gitlabReport, jsonReport, sarifReport } from '../src/reporting/formats.ts';
import { printReport } from '../src/reporting/terminal.ts';
import { BAD_DATA, parseCommand, refuse } from './command.ts';

const USAGE = `npm run check -- [--archive DIR] [--all] [--format FORMAT] [--cache DIR]

Checks every file and figure of an archive and lists what it finds.
  --archive DIR    the archive's folder (default: this project, or MINGZHANG_ARCHIVE)
  --all            list every finding, also beyond twenty of a kind
  --format FORMAT  ${FORMATS.join(', ')} (default: text)
  --cache DIR      where what is known of a large archive’s parts is kept (default: .cache/parts, a folder for each archive)
Exit code 0: no error; 1: errors in the archive; 2: a wrong call.`;

const { flag, text, archive, root } = parseCommand(USAGE, {
  all: { type: 'boolean' },
  format: { type: 'string' },
  cache: { type: 'string' },
});
const format = (text('format') ?? 'text') as Format;
if (!FORMATS.includes(format)) refuse(`没有“${format}”这种格式。可以用：${FORMATS.join('、')}。`, USAGE);

const files = filesOnDisk(archive);
const compiled = disclosuresIn(files) < LARGE ? await compileFolder(archive) : await checkParts();
// Annotations name files as the repository does, whichever folder of it the archive is.
const below = relative(process.cwd(), archive).replaceAll('\\', '/');
const prefix = below === '' || below.startsWith('..') ? '' : `${below}/`;
if (format === 'text') printReport(compiled, { all: flag('all') });
if (format === 'json') console.log(JSON.stringify(jsonReport(compiled), null, 2));
if (format === 'github') process.stdout.write(githubAnnotations(compiled, prefix));
if (format === 'gitlab') console.log(JSON.stringify(gitlabReport(compiled, prefix), null, 2));
if (format === 'sarif') console.log(JSON.stringify(sarifReport(compiled, prefix), null, 2));
process.exitCode = blockingFindings(compiled).length > 0 ? BAD_DATA : 0;

/** Compiles anew the parts that have changed since the last time. */
async function checkParts(): Promise<Archive> {
  const cache = text('cache');
  const { store, generator } = keptParts(root, archive, cache === undefined ? undefined : resolve(cache));
  const large = await compileInParts({ archiveRoot: archive, files, store, generator });
  store.keepOnly(new Set(large.plan.parts.map(({ key }) => key)), RECORDS);
  return large.archive;
}
