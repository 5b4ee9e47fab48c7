/** Every check over the whole archive that is not plain agreement, and how much agrees. */

import { factKey } from '../archive/observations.ts';
import { countAllVerdicts, countVerdicts, type VerdictCounts } from '../archive/verdicts.ts';
import { citedPage } from '../citation/cited-work.ts';
import type { Check, Disclosure, Fact } from '../domain/archive.ts';
import type { Finding, Verdict } from '../domain/finding.ts';
import { amount, share } from './amount.ts';
import { citationView } from './citation.ts';
import { claimSource } from './claims.ts';
import { type Edition, textOf } from './edition.ts';
import { factName } from './fact-name.ts';
import { newestFirst } from './lines.ts';
import { disclosureLink, documentName } from './names.ts';
import type { ArchiveCheckLine, ChecksPage, ClaimLine, FindingLine, Phrase } from './page.ts';
import { cellHref, disclosureHref, unitLink } from './select.ts';
import { byVerdict, cellInWords, checkLine, countWords, ruleLink, verdictSummary } from './verdict.ts';

/** Beyond it documents whose sums all agree are counted, not listed. */
const MANY_DOCUMENTS = 300;

export function checksPage(edition: Edition): ChecksPage {
  const { archive, language } = edition;
  const disclosures = [...archive.disclosures.values()].sort(newestFirst);
  const counts = countAllVerdicts(disclosures);
  const times: Readonly<Record<Verdict, number>> = { ...counts, 'not-checkable': counts.notCheckable };
  const differing = disclosures.filter(({ checks }) => countVerdicts(checks).ok < checks.length);
  const lines = differing.flatMap((disclosure) =>
    disclosure.checks
      .filter(({ verdict }) => verdict !== 'ok')
      .map((check): { check: Check; line: ArchiveCheckLine } => ({
        check,
        line: {
          ...checkLine(edition, disclosure, check, disclosureHref(edition, disclosure.unit, disclosure.id)),
          unit: unitLink(edition, disclosure.unit),
          disclosure: disclosureLink(edition, disclosure),
          id: checkId(disclosure, check),
        },
      })),
  );
  const sums = new Set<string>();
  for (const { checks } of disclosures) for (const { rule } of checks) sums.add(rule);
  const listed = disclosures.length > MANY_DOCUMENTS ? differing : disclosures;
  const path = '/checks/';
  return {
    frame: { title: language.checks.title, description: language.checks.description, path, crumbs: [] },
    heading: language.checks.heading,
    lede: agreementSentence(edition, counts),
    verdicts: Object.entries(language.verdicts).map(([verdict, words]) => ({
      verdict: verdict as Verdict,
      ...words,
      count: times[verdict as Verdict],
    })),
    disclosures: listed.map((each) => ({
      ...verdictSummary(edition, each.checks),
      unit: unitLink(edition, each.unit),
      disclosure: disclosureLink(edition, each),
    })),
    unlisted: disclosures.length - listed.length,
    lines: lines.sort((a, b) => byVerdict(a.check, b.check)).map(({ line }) => line),
    claims: archive.claims.flatMap((fact) => claimLine(edition, fact)),
    findings: archive.findings.filter(({ rule }) => !sums.has(rule)).map((finding) => findingLine(edition, finding)),
    citation: citationView(citedPage(archive, language.checks.title, path), 'archive'),
  };
}

/** Permanent: the rule, the cell, and the first of the cells it is held against, since a cell may take part in several sums of one rule. */
function checkId({ unit, id }: Disclosure, { rule, cell, inputs }: Check): string {
  const other = inputs.find((input) => input.cell !== cell)?.cell;
  return [unit, id, rule, cell, ...(other ? [other] : [])].join('.').replace(/\s+/g, '_');
}

function agreementSentence(edition: Edition, counts: VerdictCounts): Phrase {
  const { language } = edition;
  if (counts.total === 0) return [language.checks.nothing];
  const rate = share(edition, { coefficient: counts.ok, places: 0 }, { coefficient: counts.total, places: 0 });
  return language.checks.agreement(countWords(counts), rate ?? '');
}

/** A fact that nobody else states has nothing to agree with, and is no line. */
function claimLine(edition: Edition, { best, others, verdict }: Fact): ClaimLine[] {
  if (verdict === undefined) return [];
  return [
    {
      id: factKey(best)
        .split('|')
        .map((part) => part.replace(/\s+/g, '_') || '-')
        .join('.'),
      unit: unitLink(edition, best.unit),
      fact: factName(edition, best),
      verdict,
      claims: [best, ...others].map((each) => ({
        text: amount(edition, each),
        href: cellHref(edition, each),
        source: claimSource(edition, each),
        origin: each.origin,
      })),
    },
  ];
}

/** Editors are told what to do; readers, why it stands as it is. */
function findingLine(edition: Edition, { rule, message, place, cell, acknowledged }: Finding): FindingLine {
  const { archive } = edition;
  const [key = '', reference = ''] = (cell ?? '').split('#');
  const disclosure = archive.disclosures.get(key);
  const where = disclosure && {
    href: `${disclosureHref(edition, disclosure.unit, disclosure.id)}#${encodeURI(reference)}`,
    text: [unitLink(edition, disclosure.unit).text, documentName(edition, disclosure), cellInWords(edition, disclosure, reference)]
      .filter(Boolean)
      .join(' · '),
  };
  return {
    rule: ruleLink(edition, rule),
    ...(where ? { where } : {}),
    ...(acknowledged === undefined
      ? { message: textOf(edition, message), file: [place.file, place.line].filter((part) => part !== undefined).join(':') }
      : { reason: acknowledged }),
  };
}
