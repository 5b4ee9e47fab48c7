import { existsSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { compareArchives } from '../src/snapshot/compare-archives.ts';
import { COMPARISON_FORMATS, type ComparisonFormat, formatComparison } from '../src/snapshot/comparison-formats.ts';
import { openArchive } from '../src/snapshot/open-archive.ts';
import { ZipFault } from '../src/snapshot/zip.ts';
import { BAD_DATA, parseCommand, refuse } from './command.ts';

const USAGE = `npm run compare -- OLD NEW [--format FORMAT] [--out FILE]

Lists what differs between two snapshots, document by document and cell by cell.
  OLD, NEW         folders or ZIPs of snapshots, or folders of archives
  --format FORMAT  ${COMPARISON_FORMATS.join(', ')} (default: text)
  --out FILE       write there instead of printing
Exit code 0: nothing differs; 1: something does; 2: a wrong call.`;

const { words, text } = parseCommand(USAGE, { format: { type: 'string' }, out: { type: 'string' } }, ['OLD', 'NEW']);
const format = (text('format') ?? 'text') as ComparisonFormat;
if (!COMPARISON_FORMATS.includes(format)) refuse(`没有“${format}”这种格式。可以用：${COMPARISON_FORMATS.join('、')}。`, USAGE);
const [before, after] = words.map(open);
if (!before || !after) throw new Error('two words were asked for');
const comparison = await compareArchives(before, after);
const [oldName = '', newName = ''] = words.map((word) => basename(word));
const output = formatComparison(comparison, format, { before: oldName, after: newName });
const out = text('out');
if (out === undefined) process.stdout.write(output);
else writeFileSync(out, output);
process.exitCode = comparison.changes.length > 0 ? BAD_DATA : 0;

function open(place: string): NonNullable<ReturnType<typeof openArchive>> {
  try {
    const found = existsSync(place) ? openArchive(place) : undefined;
    return found ?? refuse(`${place} 里没有档案。`, USAGE);
  } catch (error) {
    if (error instanceof ZipFault) refuse(`${place} 不能读：${error.message}。`, USAGE);
    throw error;
  }
}
