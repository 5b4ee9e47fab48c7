/** One report, in the forms that programs read: JSON, annotations of a pull request, a code-quality report, SARIF. */

import { createHash } from 'node:crypto';
import { blockingFindings } from '../archive/blocking.ts';
import { countAllVerdicts } from '../archive/verdicts.ts';
import type { Archive } from '../domain/archive.ts';
import type { Finding, Text } from '../domain/finding.ts';
import { archiveTitle, textOf } from '../views/edition.ts';
import { ownEdition } from '../views/editions.ts';
import type { Report } from './report-schema.ts';

export const FORMATS = ['text', 'json', 'github', 'gitlab', 'sarif'] as const;
export type Format = (typeof FORMATS)[number];

export function jsonReport(archive: Archive): Report {
  return {
    archive: archiveTitle(ownEdition(archive)),
    units: archive.units.size,
    disclosures: archive.disclosures.size,
    checks: countAllVerdicts(archive.disclosures.values()),
    errors: blockingFindings(archive).length,
    findings: archive.findings.map((finding) => ({ ...finding })),
  };
}

const LEVELS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Workflow commands that put each finding on its line in a pull request; paths are below `prefix`. */
export function githubAnnotations(archive: Archive, prefix = ''): string {
  const edition = ownEdition(archive);
  return open(archive.findings)
    .map(({ severity, rule, place: { file, line, column }, message }) => {
      const properties = [
        `file=${property(prefix + file)}`,
        ...(line ? [`line=${line}`] : []),
        ...(column ? [`col=${column}`] : []),
        `title=${property(rule)}`,
      ];
      return `::${LEVELS[severity]} ${properties.join(',')}::${data(textOf(edition, message))}\n`;
    })
    .join('');
}

const GITLAB_LEVELS = { error: 'critical', warning: 'minor', info: 'info' } as const;

/** GitLab's code-quality report: shown in a merge request beside the line; paths are below `prefix`. */
export function gitlabReport({ findings }: Archive, prefix = '') {
  const times = new Map<string, number>();
  return open(findings).map(({ severity, rule, place: { file, line = 1 }, message }) => {
    // The same finding in the next run has the same print, also where it has moved to another line.
    const same = [rule, prefix + file, message.zh].join('\n');
    times.set(same, (times.get(same) ?? 0) + 1);
    return {
      description: message.zh,
      check_name: rule,
      fingerprint: createHash('sha256')
        .update(`${same}\n${times.get(same)}`)
        .digest('hex'),
      severity: GITLAB_LEVELS[severity],
      location: { path: prefix + file, lines: { begin: line } },
    };
  });
}

/** SARIF 2.1.0, as code-scanning tools read it. */
export function sarifReport(archive: Archive, prefix = '') {
  const { findings, rules } = archive;
  const edition = ownEdition(archive);
  const say = (text: Text | undefined, code: string): string => (text ? textOf(edition, text) : code);
  const used = [...new Set(findings.map(({ rule }) => rule))];
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Mingzhang',
            rules: used.map((id) => ({
              id,
              shortDescription: { text: say(rules.get(id)?.title, id) },
              fullDescription: { text: say(rules.get(id)?.explanation, id) },
            })),
          },
        },
        results: findings.map(({ rule, severity, place: { file, line, column }, message, acknowledged }) => ({
          ruleId: rule,
          level: severity === 'info' ? 'note' : severity,
          message: { text: textOf(edition, message) },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(prefix + file) },
                ...(line ? { region: { startLine: line, ...(column ? { startColumn: column } : {}) } } : {}),
              },
            },
          ],
          ...(acknowledged === undefined ? {} : { suppressions: [{ kind: 'external', justification: acknowledged }] }),
        })),
      },
    ],
  };
}

function open(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ acknowledged }) => acknowledged === undefined);
}

/** Escapes of the workflow-command syntax. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
