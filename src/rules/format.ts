/** A finding in a line for people. */
import type { Finding } from '../domain/finding.ts';

export function formatFinding({ place: { file, line, column }, message }: Finding, language: 'zh' | 'en'): string {
  return `${[file, line, column].filter((part) => part !== undefined).join(':')} ${message[language] ?? message.zh}`;
}
