/** Regions and classifications: lists of codes, each with its name and the code above it; and translations of what is printed. */
import { CODE, codeFault } from '../domain/codes.ts';
import type { Classification, ClassificationCode, Region } from '../domain/declarations.ts';
import type { Fault } from '../domain/finding.ts';
import { REGIONS } from './paths.ts';
import { parseRecords } from './records.ts';
import { CLASSIFICATION_COLUMNS, REGION_COLUMNS, TRANSLATION_COLUMNS } from './schemas.ts';

type Report = (fault: Fault) => void;

/** `whole`: nothing had to be left out. */
export function parseRegions(text: string, report: Report): { regions: Map<string, Region>; whole: boolean } {
  const { records, place, whole } = parseRecords(REGIONS, text, REGION_COLUMNS, ['code', 'name'], report);
  const regions = new Map<string, Region>();
  // Where one code is of GB/T 2260, all are.
  const inChina = records.some(({ values }) => /^\d{6}$/.test(values.code));
  const form = inChina ? /^\d{6}$/ : CODE;
  for (const { row, values } of records) {
    const { code, name, parent } = values;
    if (code !== '' && !form.test(code)) {
      const words = inChina
        ? { expected: '六位行政区划代码', expectedEn: 'a region code of six digits' }
        : { expected: '数字和字母组成的代码', expectedEn: 'a code of digits and letters' };
      report({ rule: 'field-not-valid', place: place(row, 'code'), values: { field: 'code', found: code, ...words } });
    }
    if (code === '') continue;
    if (regions.has(code)) report({ rule: 'row-repeated', place: place(row, 'code'), values: { key: code, name } });
    else regions.set(code, { code, name, ...(parent === '' ? {} : { parent }) });
  }
  for (const { row, values } of whole ? records : []) {
    if (values.parent !== '' && !regions.has(values.parent))
      report({ rule: 'region-unknown', place: place(row, 'parent'), values: { code: values.parent } });
  }
  return { regions, whole };
}

export function parseClassification(
  file: string,
  text: string,
  name: string,
  version: string,
  report: Report,
): { classification: Classification; whole: boolean } {
  const { records, place, whole } = parseRecords(file, text, CLASSIFICATION_COLUMNS, ['code', 'label'], report);
  const codes = new Map<string, ClassificationCode>();
  for (const { row, values } of records) {
    const { code, label, variants, parent, definition } = values;
    if (code !== '' && !CODE.test(code))
      report({ rule: 'code-malformed', place: place(row, 'code'), values: { found: code, ...codeFault(undefined) } });
    if (code === '') continue;
    if (codes.has(code)) {
      report({ rule: 'row-repeated', place: place(row, 'code'), values: { key: code, name: label } });
      continue;
    }
    codes.set(code, {
      code,
      label,
      variants: variants === '' ? [] : variants.split('|'),
      ...(parent === '' ? {} : { parent }),
      ...(definition === '' ? {} : { definition }),
    });
  }
  // Sums that follow a hierarchy with a gap would all be wrong for one reason.
  let gap = false;
  for (const { row, values } of whole ? records : []) {
    const { parent, label } = values;
    if (parent !== '' && !codes.has(parent)) {
      gap = true;
      report({
        rule: 'code-unknown',
        place: place(row, 'parent'),
        values: { code: parent, name: label, classification: `${name}/${version}` },
      });
    }
  }
  return { classification: { name, version, codes }, whole: whole && !gap };
}

/** What names, labels and terms are called in another language, by the words as they are printed. */
export function parseTranslations(file: string, text: string, report: Report): Map<string, string> {
  const { records, place } = parseRecords(file, text, TRANSLATION_COLUMNS, TRANSLATION_COLUMNS, report);
  const translations = new Map<string, string>();
  for (const { row, values } of records) {
    if (translations.has(values.text))
      report({ rule: 'row-repeated', place: place(row, 'text'), values: { key: values.text, name: values.translation } });
    else translations.set(values.text, values.translation);
  }
  return translations;
}
