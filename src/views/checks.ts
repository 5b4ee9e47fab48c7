/** Every check over the whole archive that is not plain agreement, and how much agrees. */

import { factKey } from '../archive/observations.ts';
import { countVerdicts } from '../archive/verdicts.ts';
import { citedPage } from '../citation/cited-work.ts';
import type { Archive, Check, Disclosure, Fact, Observation } from '../domain/archive.ts';
import type { Finding, Verdict } from '../domain/finding.ts';
import { documentName, VERDICTS } from '../language/views.zh-CN.ts';
import { amount, count, share } from './amount.ts';
import { citationView } from './citation.ts';
import { factName } from './fact-name.ts';
import { newestFirst } from './lines.ts';
import type { ArchiveCheckLine, ChecksPage, ClaimLine, FindingLine, Link, Phrase } from './page.ts';
import { cellHref, disclosureHref } from './select.ts';
import { byVerdict, cellInWords, checkLine, placeInWords, verdictSummary } from './verdict.ts';

export function checksPage(archive: Archive): ChecksPage {
  const disclosures = [...archive.disclosures.values()].sort(newestFirst);
  const counts = countVerdicts(disclosures.flatMap(({ checks }) => checks));
  const times: Readonly<Record<Verdict, number>> = { ...counts, 'not-checkable': counts.notCheckable };
  const lines = disclosures.flatMap((disclosure) =>
    disclosure.checks
      .filter(({ verdict }) => verdict !== 'ok')
      .map((check): { check: Check; line: ArchiveCheckLine } => ({
        check,
        line: {
          ...checkLine(archive, disclosure, check, disclosureHref(disclosure.unit, disclosure.id)),
          unit: unitLink(archive, disclosure.unit),
          disclosure: disclosureLink(disclosure),
          id: checkId(disclosure, check),
        },
      })),
  );
  const sums = new Set(disclosures.flatMap(({ checks }) => checks.map(({ rule }) => rule)));
  const path = '/checks/';
  return {
    frame: { title: '核对结果', description: '档案里每一处合计、占比和增减是否相符，逐项列出。', path, crumbs: [] },
    heading: '这些数对得上吗？',
    lede: agreementSentence(counts),
    verdicts: Object.entries(VERDICTS).map(([verdict, words]) => ({
      verdict: verdict as Verdict,
      ...words,
      count: times[verdict as Verdict],
    })),
    disclosures: disclosures.map((each) => ({
      ...verdictSummary(each.checks),
      unit: unitLink(archive, each.unit),
      disclosure: disclosureLink(each),
    })),
    lines: lines.sort((a, b) => byVerdict(a.check, b.check)).map(({ line }) => line),
    claims: archive.claims.flatMap((fact) => claimLine(archive, fact)),
    findings: archive.findings.filter(({ rule }) => !sums.has(rule)).map((finding) => findingLine(archive, finding)),
    citation: citationView(citedPage(archive, '核对结果', path)),
  };
}

/** Permanent: the rule, the cell, and the first of the cells it is held against, since a cell may take part in several sums of one rule. */
function checkId({ unit, id }: Disclosure, { rule, cell, inputs }: Check): string {
  const other = inputs.find((input) => input.cell !== cell)?.cell;
  return [unit, id, rule, cell, ...(other ? [other] : [])].join('.').replace(/\s+/g, '_');
}

function unitLink(archive: Archive, unit: string): Link {
  return { href: `/units/${unit}/`, text: archive.units.get(unit)?.name ?? unit };
}

function disclosureLink(disclosure: Disclosure): Link {
  return { href: disclosureHref(disclosure.unit, disclosure.id), text: documentName(disclosure) };
}

function agreementSentence({ total, ok, rounding, fail, undefined: noAnswer, notCheckable }: ReturnType<typeof countVerdicts>): Phrase {
  if (total === 0) return ['档案里还没有可以核对的数。'];
  const rate = share({ coefficient: ok, places: 0 }, { coefficient: total, places: 0 });
  const lacking = [
    ...(noAnswer > 0 ? [`${count(noAnswer)} 处除数为零、没有答案`] : []),
    ...(notCheckable > 0 ? [`${count(notCheckable)} 处缺数、无从核对`] : []),
  ];
  return [
    `我们核对了 ${count(total)} 处合计、占比和增减，`,
    { strong: `${count(ok)} 处相符` },
    `（${rate}）`,
    ...(rounding > 0 ? [`，${count(rounding)} 处因四舍五入相差末位`] : []),
    ...(fail > 0 ? ['，', { strong: `${count(fail)} 处原件本身不符` }] : []),
    lacking.length > 0 ? `；另有 ${lacking.join('，')}。` : '。',
  ];
}

/** A fact that nobody else states has nothing to agree with, and is no line. */
function claimLine(archive: Archive, { best, others, verdict }: Fact): ClaimLine[] {
  if (verdict === undefined) return [];
  return [
    {
      id: factKey(best)
        .split('|')
        .map((part) => part.replace(/\s+/g, '_') || '-')
        .join('.'),
      unit: unitLink(archive, best.unit),
      fact: factName(archive, best),
      verdict,
      claims: [best, ...others].map((each) => ({
        text: amount(each),
        href: cellHref(each),
        source: sourceOf(archive, each),
        origin: each.origin,
      })),
    },
  ];
}

/** "2016 年预算 · 一般公共预算支出表" */
function sourceOf(archive: Archive, { unit, disclosure, cell }: Observation): string {
  const source = archive.disclosures.get(`${unit}/${disclosure}`);
  return source ? `${documentName(source)} · ${placeInWords(source, cell)}` : disclosure;
}

/** Editors are told what to do; readers, why it stands as it is. */
function findingLine(archive: Archive, { rule, message, place, cell, acknowledged }: Finding): FindingLine {
  const [key = '', reference = ''] = (cell ?? '').split('#');
  const disclosure = archive.disclosures.get(key);
  const where = disclosure && {
    href: `${disclosureHref(disclosure.unit, disclosure.id)}#${encodeURI(reference)}`,
    text: [unitLink(archive, disclosure.unit).text, documentName(disclosure), cellInWords(disclosure, reference)]
      .filter(Boolean)
      .join(' · '),
  };
  return {
    rule: { href: `/rules/#${rule}`, text: archive.rules.get(rule)?.title.zh ?? rule },
    ...(where ? { where } : {}),
    ...(acknowledged === undefined
      ? { message: message.zh, file: [place.file, place.line].filter((part) => part !== undefined).join(':') }
      : { reason: acknowledged }),
  };
}
