/** A finding in a line for people. */
import type { Finding } from '../domain/finding.ts';

/** `language` is a key of its message. */
export function formatFinding({ place: { file, line, column }, message }: Finding, language: string): string {
  const said: Readonly<Record<string, string | undefined>> = { ...message };
  return `${[file, line, column].filter((part) => part !== undefined).join(':')} ${said[language] ?? message.zh}`;
}
