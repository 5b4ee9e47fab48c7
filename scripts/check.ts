import { blockingFindings, compileFolder } from '../src/archive/compile.ts';
import { printReport } from './report.ts';
import { BAD_DATA, parseCommand } from './command.ts';

const USAGE = `npm run check -- [--archive DIR] [--all]

Checks every file and figure of an archive and lists what it finds.
  --archive DIR  the archive's folder (default: this project, or MINGZHANG_ARCHIVE)
  --all          list every finding, also beyond twenty of a kind`;

const { flag, archive } = parseCommand(USAGE, { all: { type: 'boolean' } });
const compiled = await compileFolder(archive);
printReport(compiled, { all: flag('all') });
process.exitCode = blockingFindings(compiled).length > 0 ? BAD_DATA : 0;
