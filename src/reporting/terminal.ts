/** Findings for a terminal: grouped by rule, aligned, coloured where the terminal shows colour. */
import { styleText } from 'node:util';
import { countAllVerdicts } from '../archive/verdicts.ts';
import type { Archive } from '../domain/archive.ts';
import type { Finding, Severity } from '../domain/finding.ts';
import type { Language } from '../language/language.ts';
import { textOf } from '../views/edition.ts';
import { ownEdition } from '../views/editions.ts';
import { countWords } from '../views/verdict.ts';

const MOST = 20;
const STYLES: Readonly<Record<Severity, 'red' | 'yellow' | 'cyan'>> = { error: 'red', warning: 'yellow', info: 'cyan' };

export function printReport(
  archive: Archive,
  { all = false, stream = process.stdout }: { all?: boolean; stream?: NodeJS.WritableStream } = {},
): void {
  const write = (line = ''): void => void stream.write(`${line}\n`);
  const paint = (style: Parameters<typeof styleText>[0], text: string): string => styleText(style, text, { stream });
  const edition = ownEdition(archive);
  const { language } = edition;
  const words = language.terminal;
  const open = archive.findings.filter(({ acknowledged }) => acknowledged === undefined);
  for (const [rule, findings] of Map.groupBy(open, (finding) => finding.rule)) {
    const severity = findings[0]?.severity ?? 'error';
    const title = archive.rules.get(rule)?.title;
    const name = title ? textOf(edition, title) : rule;
    write(`${paint(STYLES[severity], language.severities[severity].name)} ${paint('bold', name)} ${paint('dim', rule)}`);
    for (const finding of all ? findings : findings.slice(0, MOST)) {
      write(`  ${paint('underline', placeInWords(finding, language))}`);
      write(`    ${textOf(edition, finding.message)}`);
    }
    if (!all && findings.length > MOST) write(paint('dim', `  ${words.more(findings.length - MOST)}`));
    write();
  }
  const errors = open.filter(({ severity }) => severity === 'error').length;
  const sums = language.sums.counts(countWords(countAllVerdicts(archive.disclosures.values())));
  write(words.holdings(archive.units.size, archive.disclosures.size, sums));
  const acknowledged = archive.findings.length - open.length;
  if (acknowledged > 0) write(words.acknowledged(acknowledged));
  write(errors > 0 ? paint('red', words.errors(errors)) : paint('green', words.noErrors));
}

/** `data/…/expenditure.csv:5:14（C 列）`: what editors and terminals open, and what a spreadsheet shows. */
export function placeInWords({ place }: Pick<Finding, 'place'>, { terminal }: Language): string {
  const { file, line, column, field } = place;
  return `${[file, line, column].filter((part) => part !== undefined).join(':')}${field ? terminal.column(spreadsheetColumn(field)) : ''}`;
}

function spreadsheetColumn(field: number): string {
  const letter = String.fromCharCode(65 + ((field - 1) % 26));
  return field > 26 ? spreadsheetColumn(Math.floor((field - 1) / 26)) + letter : letter;
}
