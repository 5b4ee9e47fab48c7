/** Documents of the genre in layouts that no sample has, published in each form: every figure comes to its place. */
import { describe, expect, it } from 'vitest';
import { figureAgreement } from '../testing/figure-agreement.ts';
import { madeExcel, madeHtml, madeText, madeWord } from '../testing/made-documents.ts';
import { DESCRIBED, type Described, draftOf } from '../testing/made-draft.ts';
import { readExcel } from './containers/excel/read-excel.ts';
import { parseHtml } from './containers/html.ts';
import { parseText } from './containers/parse-text.ts';
import type { Reading } from './containers/reading.ts';
import { readWord } from './containers/word/read-word.ts';

const FORMS: readonly (readonly [string, (described: Described) => Reading])[] = [
  ['a web page', ({ document }) => ({ document: parseHtml(madeHtml(document)), notices: [] })],
  ['a Word document', ({ document }) => readWord(madeWord(document))],
  ['a workbook', ({ document }) => readExcel(madeExcel(document))],
  ['a workbook without borders', ({ document }) => readExcel(madeExcel(document, { bordered: false }))],
];

describe.each(DESCRIBED)('$name', { timeout: 30_000 }, (described) => {
  it.each(FORMS)('as %s has every figure under its label, beside its name', (_, read) => {
    const draft = draftOf(described, read(described));
    const { wrong, missing } = figureAgreement(described.document, draft.recognised.tables);
    expect({ wrong, missing }).toEqual({ wrong: [], missing: [] });
    expect(draft.accounting.unplaced.map(({ before, text }) => `${before}${text}`)).toEqual([]);
  });

  it('as a text without cells says of every figure where it is, or that it is nowhere', () => {
    const draft = draftOf(described, { document: parseText(madeText(described.document)), notices: [] });
    const { total, counts, unplaced } = draft.accounting;
    expect(Object.values(counts).reduce((a, b) => a + b, 0)).toBe(total);
    expect(unplaced.length).toBe(counts.unplaced);
    // No figure of the draft is one that the text does not print.
    const printed = new Set(
      madeText(described.document)
        .replaceAll(',', '')
        .match(/\d+(?:\.\d+)?/g),
    );
    const drafted = draft.recognised.tables.flatMap(({ columns, rows }) =>
      rows.flatMap((row) => row.flatMap(({ text }, at) => (columns[at]?.column?.role === 'amount' ? [text] : []))),
    );
    expect(drafted.filter((text) => /^-?\d+(\.\d+)?$/.test(text) && !printed.has(text.replace('-', '')))).toEqual([]);
  });
});

describe('final accounts', { timeout: 30_000 }, () => {
  it('are checked by what the national forms say of each other', () => {
    const [described] = DESCRIBED.filter(({ name }) => name === 'final-accounts');
    if (!described) throw new Error('the description is there');
    const draft = draftOf(described, readWord(madeWord(described.document)));
    expect(draft.recognised.profile?.id).toBe('china-final-accounts');
    expect(draft.recognised.tables.map(({ kind, state }) => `${kind?.id}: ${state}`)).toEqual([
      'final-accounts-revenue-expenditure: printed',
      'final-accounts-revenue: printed',
      'final-accounts-expenditure: printed',
      'final-accounts-appropriation: printed',
      'final-accounts-general-public: printed',
      'final-accounts-basic-expenditure: printed',
      'final-accounts-three-public: printed',
      'final-accounts-government-fund: printed',
      'final-accounts-state-capital: empty',
    ]);
    // The classification that the archive has so far knows few codes; nothing else is amiss.
    expect([...new Set(draft.findings.map(({ finding }) => finding.rule))]).toEqual(['code-unknown']);
    expect(draft.checks.ok).toBeGreaterThan(150);
    expect(draft.checks.fail).toBeUndefined();
  });
});
