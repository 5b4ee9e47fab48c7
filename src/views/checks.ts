/** Every check over the whole archive that is not plain agreement, and how much agrees. */
import { countVerdicts } from '../archive/verdicts.ts';
import type { Archive, Fact, Observation } from '../domain/archive.ts';
import type { Verdict } from '../domain/finding.ts';
import { TYPE_NAMES, yearAndStage } from '../language/views.zh-CN.ts';
import { amount, share } from './amount.ts';
import { newestFirst } from './lines.ts';
import type { ArchiveCheckLine, ChecksPage, ClaimLine, Phrase } from './page.ts';
import { cellHref, disclosureHref } from './select.ts';
import { byVerdict, checkLine, verdictSummary } from './verdict.ts';

const VERDICTS: readonly { verdict: Verdict; sign: string; name: string; explanation: string }[] = [
  { verdict: 'ok', sign: '＝', name: '相符', explanation: '各数相加正好等于印出的数，或两处印的数完全相同。' },
  { verdict: 'rounding', sign: '≈', name: '四舍五入差', explanation: '差额在四舍五入所能解释的范围之内：每个印出的数允许末位的一半。' },
  { verdict: 'fail', sign: '≠', name: '不符', explanation: '超出四舍五入所能解释的范围。原件确实如此的，附有说明。' },
  { verdict: 'undefined', sign: '÷0', name: '没有答案', explanation: '除数为零的百分比，印成 0% 还是 100% 都没有意义。' },
  { verdict: 'not-checkable', sign: '？', name: '无从核对', explanation: '原件缺少核对所需的数，不算通过。' },
];

export function checksPage(archive: Archive): ChecksPage {
  const disclosures = [...archive.disclosures.values()].sort(newestFirst);
  const counts = countVerdicts(disclosures.flatMap(({ checks }) => checks));
  const byVerdictName: Readonly<Record<Verdict, number>> = {
    ok: counts.ok,
    rounding: counts.rounding,
    fail: counts.fail,
    undefined: counts.undefined,
    'not-checkable': counts.notCheckable,
  };
  const unitName = (id: string): string => archive.units.get(id)?.name ?? id;
  const lines = disclosures.flatMap((disclosure) => {
    const page = disclosureHref(disclosure.unit, disclosure.id);
    return disclosure.checks
      .filter(({ verdict }) => verdict !== 'ok')
      .map((check): ArchiveCheckLine & { check: typeof check } => ({
        ...checkLine(archive, disclosure, check, page),
        unit: unitName(disclosure.unit),
        disclosure: { href: page, text: `${disclosure.year} 年${TYPE_NAMES[disclosure.type]}` },
        year: String(disclosure.year),
        id: `${disclosure.unit}.${disclosure.id}.${check.rule}.${check.cell}`,
        check,
      }));
  });
  const sums = new Set([...archive.disclosures.values()].flatMap(({ checks }) => checks.map(({ rule }) => rule)));
  const path = '/checks/';
  return {
    frame: { title: '核对结果', description: '档案里每一处合计、占比和增减是否相符，逐项列出。', path, crumbs: [] },
    heading: '这些数对得上吗？',
    lede: agreementSentence(counts),
    verdicts: VERDICTS.map((each) => ({ ...each, count: byVerdictName[each.verdict] })),
    disclosures: disclosures.map((each) => ({
      ...verdictSummary(each.checks),
      unit: { href: `/units/${each.unit}/`, text: unitName(each.unit) },
      disclosure: { href: disclosureHref(each.unit, each.id), text: `${each.year} 年${TYPE_NAMES[each.type]}` },
      year: String(each.year),
    })),
    lines: lines.sort((a, b) => byVerdict(a.check, b.check)).map(({ check: _, ...line }) => line),
    claims: archive.claims.map((fact) => claimLine(archive, fact)),
    findings: archive.findings
      .filter(({ rule }) => !sums.has(rule))
      .map(({ rule, message, place, acknowledged }) => ({
        rule: { href: `/rules/#${rule}`, text: archive.rules.get(rule)?.title.zh ?? rule },
        message: message.zh,
        place: [place.file, place.line].filter((part) => part !== undefined).join(':'),
        ...(acknowledged === undefined ? {} : { reason: acknowledged }),
      })),
    citation: `${archive.facts.title.zh}：核对结果，${path}`,
  };
}

function agreementSentence({ total, ok, rounding, fail, undefined: noAnswer, notCheckable }: ReturnType<typeof countVerdicts>): Phrase {
  if (total === 0) return ['档案里还没有可以核对的数。'];
  const rate = share({ coefficient: ok, places: 0 }, { coefficient: total, places: 0 });
  return [
    `我们核对了 ${total.toLocaleString('en-US')} 处合计、占比和增减，`,
    { strong: `${ok.toLocaleString('en-US')} 处相符` },
    `（${rate}），${rounding} 处因四舍五入相差末位，`,
    { strong: `${fail} 处原件本身不符` },
    `；另有 ${noAnswer} 处除数为零、没有答案，${notCheckable} 处缺数、无从核对。`,
  ];
}

function claimLine(archive: Archive, { best, others, verdict = 'not-checkable' }: Fact): ClaimLine {
  const claim = (each: Observation) => ({
    text: amount(each),
    href: cellHref(each),
    source: archive.disclosures.get(`${each.unit}/${each.disclosure}`)?.title ?? each.disclosure,
    origin: each.origin,
  });
  return {
    unit: { href: `/units/${best.unit}/`, text: archive.units.get(best.unit)?.name ?? best.unit },
    fact: `${yearAndStage(best.year, best.stage)} · ${best.label}`,
    verdict,
    claims: [best, ...others].map(claim),
  };
}
