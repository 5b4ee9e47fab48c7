/** Findings for a terminal: grouped by rule, aligned, coloured where the terminal shows colour. */
import { styleText } from 'node:util';
import type { Archive } from '../domain/archive.ts';
import type { Finding, Severity } from '../domain/finding.ts';
import { verdictSummary } from '../views/verdict.ts';

const MOST = 20;
const SEVERITIES: Readonly<Record<Severity, { word: string; style: 'red' | 'yellow' | 'cyan' }>> = {
  error: { word: '错误', style: 'red' },
  warning: { word: '提醒', style: 'yellow' },
  info: { word: '说明', style: 'cyan' },
};

export function printReport(
  archive: Archive,
  { all = false, stream = process.stdout }: { all?: boolean; stream?: NodeJS.WriteStream } = {},
): void {
  const write = (line = ''): void => void stream.write(`${line}\n`);
  const paint = (style: Parameters<typeof styleText>[0], text: string): string => styleText(style, text, { stream });
  const open = archive.findings.filter(({ acknowledged }) => acknowledged === undefined);
  for (const [rule, findings] of Map.groupBy(open, (finding) => finding.rule)) {
    const severity = SEVERITIES[findings[0]?.severity ?? 'error'];
    write(`${paint(severity.style, severity.word)} ${paint('bold', archive.rules.get(rule)?.title.zh ?? rule)} ${paint('dim', rule)}`);
    for (const finding of all ? findings : findings.slice(0, MOST)) {
      write(`  ${paint('underline', placeInWords(finding))}`);
      write(`    ${finding.message.zh}`);
    }
    if (!all && findings.length > MOST) write(paint('dim', `  还有 ${findings.length - MOST} 处，加 --all 全部列出`));
    write();
  }
  const errors = open.filter(({ severity }) => severity === 'error').length;
  const checks = [...archive.disclosures.values()].flatMap((disclosure) => disclosure.checks);
  write(`${archive.units.size} 个单位，${archive.disclosures.size} 份公开文件；${verdictSummary(checks).text}。`);
  const acknowledged = archive.findings.length - open.length;
  if (acknowledged > 0) write(`${acknowledged} 处原件本身的问题已登记说明（data/acknowledged.csv）。`);
  write(errors > 0 ? paint('red', `${errors} 处错误，请改正后再试。`) : paint('green', '没有错误。'));
}

/** `data/…/expenditure.csv:5:14（C 列）`: what editors and terminals open, and what a spreadsheet shows. */
export function placeInWords({ place }: Pick<Finding, 'place'>): string {
  const { file, line, column, field } = place;
  return `${[file, line, column].filter((part) => part !== undefined).join(':')}${field ? `（${spreadsheetColumn(field)} 列）` : ''}`;
}

function spreadsheetColumn(field: number): string {
  const letter = String.fromCharCode(65 + ((field - 1) % 26));
  return field > 26 ? spreadsheetColumn(Math.floor((field - 1) / 26)) + letter : letter;
}
