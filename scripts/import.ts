import { join, relative } from 'node:path';
import { programReport } from '../src/importing/draft/program-report.ts';
import { parsePages } from '../src/importing/part-of-file.ts';
import { runImport } from '../src/importing/run-import.ts';
import { DISCLOSURE_TYPES } from '../src/reading/schemas.ts';
import { BAD_DATA, parseCommand, refuse } from './command.ts';

const USAGE = `npm run import -- FILE --unit UNIT --year YEAR --type TYPE [options]

Reads a published budget (PDF with text, Word .docx, Excel .xlsx, web page, plain text) and writes a draft of its
disclosure: front matter, a CSV for each table, statements.csv, and a report beside which to hold the paper.
  FILE             the published file
  --unit UNIT      the id of a unit of the archive
  --year YEAR      the fiscal year, as 2024
  --type TYPE      ${DISCLOSURE_TYPES.join(', ')}
  --revision N     a document published again: its second publication is 2
  --profile ID     the profile (default: the one whose tables fit best)
  --pages A-B      of a PDF that holds several documents, the pages of this one
  --sheets A,B     of a workbook that holds several, the sheets of this one
  --keep-source    keep the file in source/ beside the tables, byte for byte
  --force          replace a disclosure that is there
  --dry-run        write nothing but the report
  --report FILE    where the report goes (default: imports/<unit>-<year>-<type>.html)
  --format FORMAT  text, json: for programs, each figure with its place in the file (default: text)
  --archive DIR    the archive's folder (default: this project, or MINGZHANG_ARCHIVE)
Nothing that exists is changed without --force. Exit code 0: a draft without errors; 1: the file cannot be read, or the
draft has errors to look at; 2: a wrong call.`;

const { archive, root, words, text, flag } = parseCommand(
  USAGE,
  {
    unit: { type: 'string' },
    year: { type: 'string' },
    type: { type: 'string' },
    revision: { type: 'string' },
    profile: { type: 'string' },
    pages: { type: 'string' },
    sheets: { type: 'string' },
    report: { type: 'string' },
    format: { type: 'string' },
    'keep-source': { type: 'boolean' },
    force: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  },
  ['FILE'],
  { archive: true },
);
const [file = ''] = words;
const [unit, year, revision, format] = [text('unit'), text('year'), text('revision'), text('format') ?? 'text'];
const type = DISCLOSURE_TYPES.find((each) => each === text('type'));
if (!unit || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(unit)) refuse('要用 --unit 写明单位的编号，如 --unit haining-migrant-services。', USAGE);
if (!year || !/^(19|20)\d{2}$/.test(year)) refuse('要用 --year 写明年份，如 --year 2024。', USAGE);
if (!type) refuse(`要用 --type 写明类型：${DISCLOSURE_TYPES.join('、')}。`, USAGE);
if (revision !== undefined && !/^[2-9]$/.test(revision)) refuse('--revision 是第几次发布，从 2 起。', USAGE);
const pages = text('pages') === undefined ? undefined : parsePages(text('pages') ?? '');
const sheets = text('sheets')
  ?.split(/[,，]/)
  .map((name) => name.trim());
if (text('pages') !== undefined && !pages) refuse('--pages 是起止页，如 --pages 12-20。', USAGE);
if (pages && sheets) refuse('--pages 和 --sheets 只能用一个。', USAGE);
if (format !== 'text' && format !== 'json') refuse(`没有“${format}”这种格式。可以用：text、json。`, USAGE);

const outcome = await runImport({
  file,
  archive,
  wanted: {
    unit,
    year: Number(year),
    type,
    ...(revision ? { revision: Number(revision) } : {}),
    ...(pages || sheets ? { part: { ...(pages ? { pages } : {}), ...(sheets ? { sheets } : {}) } } : {}),
    ...(text('profile') ? { profile: text('profile') ?? '' } : {}),
  },
  keepSource: flag('keep-source'),
  force: flag('force'),
  dryRun: flag('dry-run'),
  reportFile: text('report') ?? join(root, 'imports', `${unit}-${year}-${type}${revision ? `-r${revision}` : ''}.html`),
  shownReport: (path) => relative(process.cwd(), path),
});
if ('refusal' in outcome) {
  console.error(outcome.refusal);
  process.exitCode = BAD_DATA;
} else {
  console.log(format === 'json' ? JSON.stringify(programReport(outcome.draft), null, 2) : outcome.lines.join('\n'));
  if (outcome.draft.findings.some(({ finding }) => finding.severity === 'error')) process.exitCode = BAD_DATA;
}
