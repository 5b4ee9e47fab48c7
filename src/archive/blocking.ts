import type { Archive } from '../domain/archive.ts';
import type { Finding } from '../domain/finding.ts';

/** Errors that nobody has acknowledged: with one of these there is no archive to publish. */
export function blockingFindings({ findings }: Pick<Archive, 'findings'>): Finding[] {
  return findings.filter(({ severity, acknowledged }) => severity === 'error' && acknowledged === undefined);
}
