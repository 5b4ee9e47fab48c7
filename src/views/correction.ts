/** How a wrong figure is reported, with the words that the page can already fill in. */
import { citedDisclosure, shortVersion } from '../citation/cited-work.ts';
import type { Disclosure } from '../domain/archive.ts';
import { fillReport, isReportAddress, type ReportForm, reportAddress } from '../domain/correction-report.ts';
import { addressOf } from '../export/addresses.ts';
import { type Edition, href, textOf } from './edition.ts';
import { titleWithUnit } from './lines.ts';
import type { CorrectionView } from './page.ts';

export function correctionView(edition: Edition, disclosure: Disclosure): CorrectionView {
  const { archive, language } = edition;
  const { corrections } = archive.facts;
  const { unit, id, source } = disclosure;
  const form: ReportForm = language.corrections.report({
    document: titleWithUnit(edition, disclosure),
    key: `${unit}/${id}`,
    sha256: source.sha256,
    version: shortVersion(disclosure.version),
  });
  const { address } = citedDisclosure(archive, disclosure);
  const whole = fillReport(form, { address });
  return {
    form,
    text: whole.body,
    address,
    ...(isReportAddress(corrections) ? { template: corrections, href: reportAddress(corrections, whole) } : {}),
    ...(corrections !== undefined && !isReportAddress(corrections) ? { instructions: textOf(edition, corrections) } : {}),
  };
}

/** Of a table: the report names it, and the reader says which figure. */
export function tableReportHref(
  { template, form, address }: CorrectionView,
  table: { readonly id: string; readonly name: string },
): string {
  if (template === undefined) return '#corrections';
  return reportAddress(template, fillReport(form, { name: table.name, cell: table.id, address: `${address}#${encodeURI(table.id)}` }));
}

/** From any page: which it was, and its version: the archive's, unless the page is of one document or unit. */
export function pageReportHref(
  edition: Edition,
  page: { readonly title: string; readonly path: string; readonly version?: string },
): string | undefined {
  const { facts, digest } = edition.archive;
  if (!isReportAddress(facts.corrections)) return undefined;
  const address = addressOf(facts, href(edition, page.path));
  return reportAddress(
    facts.corrections,
    edition.language.corrections.pageReport(page.title, address, shortVersion(page.version ?? digest)),
  );
}
