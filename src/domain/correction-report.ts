/** What a reader who finds a wrong figure sends: filled in here, so that the page and its script write the same. */
import type { Text } from './finding.ts';

/** Texts with `{name}`, `{cell}`, `{figure}` and `{address}`, in the words of a page. */
export interface ReportForm {
  readonly title: string;
  readonly body: string;
}

/** What is reported. What is not known stays blank, for the reader to fill in. */
export interface ReportedPart {
  /** In words: table, row, column. */
  readonly name?: string;
  /** `expenditure.204.total` */
  readonly cell?: string;
  /** As the page shows it. */
  readonly figure?: string;
  readonly address: string;
}

export function fillReport({ title, body }: ReportForm, part: ReportedPart): ReportForm {
  const values: Readonly<Record<string, string | undefined>> = { ...part };
  const fill = (text: string): string => text.replace(/\{(name|cell|figure|address)\}/g, (_, name: string) => values[name] ?? '');
  return { title: fill(title), body: fill(body) };
}

/** `template` has `{title}` and `{body}`; in a mailto: address lines end as RFC 6068, 5 wants. */
export function reportAddress(template: string, { title, body }: ReportForm): string {
  const lines = template.startsWith('mailto:') ? body.replaceAll('\n', '\r\n') : body;
  return template.replace(/\{(title|body)\}/g, (_, name: string) => encodeURIComponent(name === 'title' ? title : lines));
}

/** An address, or instructions in words. */
export function isReportAddress(corrections: string | Text | undefined): corrections is string {
  return typeof corrections === 'string';
}
