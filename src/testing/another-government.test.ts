/**
 * Governments elsewhere, made of files alone: the fictional Port Alder on disk, and smaller ones that print their
 * numbers, years and codes in yet other ways. None of them needs a line of code.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileArchive } from '../archive/compile.ts';
import type { Archive } from '../domain/archive.ts';
import { formatDecimal } from '../domain/decimal.ts';
import { filesInMemory, filesOnDisk } from '../reading/files.ts';
import { loadRules } from '../rules/load.ts';
import { PROJECT } from './commands.ts';

const PORT_ALDER = join(PROJECT, 'src/testing/governments/port-alder');
const rules = await loadRules();
const files = filesOnDisk(PORT_ALDER);
const portAlder = Object.fromEntries(files.paths.map((path) => [path, new TextDecoder().decode(files.read(path))]));
const compile = (archive: Readonly<Record<string, string>>): Archive => compileArchive(filesInMemory(archive), rules);
const found = (archive: Archive) => archive.findings.map(({ rule, place, message }) => [rule, place.file, place.line, message.en]);

/** Port Alder with one text replaced in one file. */
function changed(file: string, find: string, put: string): Record<string, string> {
  const before = portAlder[file];
  if (!before?.includes(find)) throw new Error(`${file} does not contain ${find}`);
  return { ...portAlder, [file]: before.replace(find, put) };
}

describe('Port Alder', () => {
  const archive = compile(portAlder);

  it('satisfies every rule', () => {
    expect(found(archive)).toEqual([]);
    const checks = [...archive.disclosures.values()].flatMap((disclosure) => disclosure.checks);
    expect(checks.length).toBeGreaterThan(500);
    expect(new Set(checks.map(({ verdict }) => verdict))).toEqual(new Set(['ok']));
  });

  it('has fiscal years from July to June, its own documents and its own currency', () => {
    expect(archive.disclosures.get('public-works/2024-25-adopted-budget')).toMatchObject({
      year: 2024,
      fiscalYear: { id: '2024-25', label: 'FY 2024–25', firstDay: '2024-07-01', lastDay: '2025-06-30' },
      type: 'budget',
      typeId: 'adopted-budget',
      currency: 'USD',
      scale: 'thousands of dollars',
    });
  });

  it('has its stages in ours, by document and by column', () => {
    const streets = archive.observations.filter(
      ({ unit, code, year, use, version }) =>
        unit === 'public-works' && code === 'PW.10.100' && year === 2023 && use === undefined && version === '2023',
    );
    expect(streets.map(({ stage, value, disclosure }) => [stage, formatDecimal(value), disclosure]).sort()).toEqual([
      ['adjusted', '8610', '2023-24-annual-report'],
      ['approved', '8420', '2023-24-adopted-budget'],
      ['executed', '8377', '2023-24-annual-report'],
    ]);
  });

  it('prints negatives in parentheses, and a difference is no amount of the budget', () => {
    const table = archive.disclosures.get('library/2024-25-adopted-budget')?.tables.find(({ id }) => id === 'program-budget');
    const cell = table?.rows.find(({ code }) => code === 'LB.10.100')?.cells.get('change');
    expect(cell).toMatchObject({ raw: '(45)', content: 'number' });
    expect(cell?.value && formatDecimal(cell.value)).toBe('-45');
    expect(archive.observations.filter(({ cell: of }) => of.endsWith('.change'))).toEqual([]);
  });

  it('has the hierarchy of its own codes', () => {
    const rows = archive.disclosures.get('public-works/2024-25-adopted-budget')?.tables[0]?.rows ?? [];
    expect(rows.map(({ code, level }) => [code ?? '', level])).toEqual([
      ['PW', 0],
      ['PW.10', 1],
      ['PW.10.100', 2],
      ['PW.10.120', 2],
      ['PW.10.130', 2],
      ['PW.20', 1],
      ['PW.20.200', 2],
      ['PW.30', 1],
      ['PW.30.300', 2],
      ['', 0],
    ]);
  });
});

const BUDGET = 'data/disclosures/public-works/2024-25-adopted-budget/program-budget.csv';
const FRONT = 'content/disclosures/public-works/2024-25-adopted-budget.mdx';
const STATEMENTS = 'data/disclosures/public-works/2024-25-adopted-budget/statements.csv';

describe('a mistake in Port Alder is told in English alone', () => {
  it.each([
    ['a figure', BUDGET, '"$16,434"', '"$16,534"', 'parts-do-not-sum'],
    ['a blank total', BUDGET, ',"$27,365",', ',,', 'parts-do-not-sum'],
    ['a misplaced comma', BUDGET, '"8,610"', '"86,10"', 'figure-not-readable'],
    ['brackets that do not pair', BUDGET, '"8,610"', '"(8,610"', 'figure-not-readable'],
    ['a space in a code', BUDGET, 'PW.10.100', 'PW 10.100', 'code-malformed'],
    ['a code of the version before', BUDGET, 'PW.30.300', 'PW.20.210', 'code-unknown'],
    ['another name', BUDGET, 'Pavement', 'Pavements', 'name-differs'],
    ['the year before in a head', BUDGET, 'FY 2024–25 Budget/Total', 'FY 2023–24 Budget/Total', 'head-unknown'],
    ['a head left blank', BUDGET, ',Change', ',', 'head-unknown'],
    [
      'a side that is neither',
      'data/disclosures/public-works/2024-25-adopted-budget/sources-and-uses.csv',
      'Uses,',
      'Spending,',
      'direction-unknown',
    ],
    ['a stage of ours', STATEMENTS, ',adjusted,', ',executed,', 'field-not-valid'],
    ['a calendar year', STATEMENTS, '2023-24', '2023', 'field-not-valid'],
    ['a reference to nothing', FRONT, 'column="budget"', 'column="total"', 'reference-to-nothing'],
    ['a scale nobody declared', FRONT, 'scale: thousands of dollars', 'scale: millions of dollars', 'scale-unknown'],
    ['a profile that is not there', FRONT, 'profile: adopted', 'profile: enacted', 'profile-unknown'],
    ['a field left empty', FRONT, 'published: 2024-06-18', 'published:', 'field-not-valid'],
    ['a table left out', FRONT, '  - id: object-budget\n    title: Budget by object of expense\n', '', 'table-absent-from-list'],
    ['a kind that is not there', FRONT, '  - id: positions\n', '  - id: positions\n    kind: staff\n', 'kind-unknown'],
    ['a stage nobody declared', 'data/table-kinds/program-actuals.json', '"stage": "actual"', '"stage": "executed"', 'field-not-valid'],
    ['two words for one phase', 'data/archive.json', '"phase": "proposed"', '"phase": "approved"', 'field-not-valid'],
    ['one sign for two things', 'data/archive.json', '"decimal": "."', '"decimal": ","', 'field-not-valid'],
    ['a year of the calendar', 'data/archive.json', '"firstDay": "07-01"', '"firstDay": "01-01"', 'field-not-valid'],
    ['a year in a profile', 'data/profiles/adopted.json', '"2024-25"', '"2024"', 'field-not-valid'],
    ['a kind of document in a profile', 'data/profiles/adopted.json', '"adopted-budget"', '"budget"', 'field-not-valid'],
    ['no version in force', 'data/profiles/adopted.json', '"programs": "2024",', '', 'classification-not-in-force'],
    ['a share', 'data/crosswalks/programs-2023--programs-2024.csv', '0.7', '0.6', 'crosswalk-shares-do-not-sum'],
    ['a share of more than all', 'data/crosswalks/programs-2023--programs-2024.csv', '0.7', '70%', 'field-not-valid'],
    [
      'no reason',
      'data/crosswalks/programs-2023--programs-2024.csv',
      'Neighborhood and waterfront parks became one program.',
      '',
      'field-missing',
    ],
  ])('%s', (_, file, find, put, rule) => {
    const { findings } = compile(changed(file, find, put));
    expect(findings.map((finding) => finding.rule)).toContain(rule);
    for (const { message } of findings) {
      expect(message.en).toMatch(/[a-z]/);
      expect(message.en).not.toMatch(/\p{Script=Han}|[，。、（）：；]/u);
    }
  });

  it('a document named otherwise', () => {
    for (const name of ['2024-adopted-budget', '2024-26-adopted-budget', '2024-25-budget']) {
      const { findings } = compile({ ...portAlder, [`content/disclosures/library/${name}.mdx`]: portAlder[FRONT] ?? '' });
      expect(findings).toMatchObject([{ rule: 'disclosure-name-unknown' }]);
      expect(findings[0]?.message.en).not.toMatch(/\p{Script=Han}/u);
    }
  });
});

/** One unit, one document, in the ways of another country. */
function small(
  facts: object,
  kind: object,
  csv: string,
  more: Readonly<Record<string, string>> = {},
  id = '2024-budget',
): Record<string, string> {
  return {
    'data/archive.json': JSON.stringify({
      title: { fr: 'Budget de la ville' },
      description: { fr: 'Chiffres inventés.' },
      language: 'fr',
      licence: { name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
      scales: { euros: 1 },
      ...facts,
    }),
    'data/regions.csv': 'code,name,parent\nFR-75,Ville,\n',
    'data/table-kinds/depenses.json': JSON.stringify(kind),
    'content/units/ville.mdx': '---\nname: Ville\nregion: FR-75\n---\n',
    [`content/disclosures/ville/${id}.mdx`]:
      '---\ntitle: Budget\nscope: unit\nscale: euros\nsource:\n  form: pdf\ntables:\n  - id: depenses\n    title: Dépenses\n---\n',
    [`data/disclosures/ville/${id}/depenses.csv`]: csv,
    ...more,
  };
}

const LIST = {
  title: { fr: 'Dépenses' },
  direction: 'expenditure',
  columns: [
    { id: 'code', labels: ['Code'], role: 'code' },
    { id: 'name', labels: ['Libellé'], role: 'name' },
    { id: 'total', labels: ['Montant'], role: 'amount' },
  ],
  rows: [{ id: 'total', labels: ['Total'], total: true }],
  identities: [{ type: 'roll-up', total: 'total' }],
};

describe('other ways to print', () => {
  it('decimal commas, spaces between thousands, years from April, codes of four levels, one unit, no classification', () => {
    const facts = {
      currency: { code: 'EUR', symbol: '€', unit: { fr: 'euro' } },
      numbers: { decimal: ',', group: ' ' },
      fiscalYear: { firstDay: '04-01', label: '{first}/{last2}' },
    };
    const csv =
      'Code,Libellé,Montant\n01,Services,"1 234 567,50"\n01.2,Écoles,"1 000 000,25"\n01.2.1,Primaires,"1 000 000,25"\n01.2.1-A,Cantines,"1 000 000,25"\n01.20,Voirie,"234 567,25"\n,Total,"1 234 567,50"\n';
    const archive = compile(small(facts, LIST, csv));
    expect(found(archive)).toEqual([]);
    const disclosure = archive.disclosures.get('ville/2024-budget');
    expect(disclosure?.fiscalYear).toEqual({ id: '2024', label: '2024/25', firstDay: '2024-04-01', lastDay: '2025-03-31' });
    expect(disclosure?.checks.map(({ cell, verdict }) => [cell, verdict])).toEqual([
      ['depenses.total.total', 'ok'],
      ['depenses.01.total', 'ok'],
      ['depenses.01.2.total', 'ok'],
      ['depenses.01.2.1.total', 'ok'],
    ]);
    const wrong = compile(small(facts, LIST, csv.replace('234 567,25', '234 567,20')));
    expect(wrong.findings.map(({ message }) => message.en)).toContain(
      '“Montant” of “01 Services” is 1234567,50, the codes under it make 1000000,25 + 234567,20 = 1234567,45: 0,05 apart. Check these rows against the published document.',
    );
  });

  it('lakhs and crores', () => {
    const facts = {
      scales: { lakh: 100_000, crore: 10_000_000 },
      numbers: { groups: [3, 2], negative: ['(1)'] },
      currency: { code: 'INR', symbol: '₹' },
    };
    const csv = 'Code,Libellé,Montant\n01,Roads,"₹ 12,34,567.00"\n02,Recoveries,"(34,567.00)"\n,Total,"12,00,000.00"\n';
    const archive = compile({
      ...small(facts, LIST, csv),
      'content/disclosures/ville/2024-budget.mdx':
        '---\ntitle: Budget\nscope: unit\nscale: lakh\nsource:\n  form: pdf\ntables:\n  - id: depenses\n    title: Dépenses\n---\n',
    });
    expect(found(archive)).toEqual([]);
    expect(archive.disclosures.get('ville/2024-budget')?.checks).toMatchObject([{ verdict: 'ok' }]);
  });

  it('a code printed in three columns, joined as the classification writes it; years named by their end', () => {
    const facts = {
      fiscalYear: { firstDay: '10-01', written: 'last', label: 'FY{year}' },
      classifications: { account: { name: { en: 'Accounts' }, answers: 'purpose', join: '-' } },
    };
    const kind = {
      ...LIST,
      classification: 'account',
      columns: [{ id: 'fund', labels: ['Fund'], role: 'code' }, { id: 'office', labels: ['Office'], role: 'code' }, ...LIST.columns],
    };
    const csv =
      'Fund,Office,Code,Libellé,Montant\n100,,,General fund,30\n100,20,,Clerk,30\n100,20,5100,Wages,20\n100,20,6100,Supplies,10\n,,,Total,30\n';
    const accounts =
      'code,label,variants,parent,definition\n100,General fund,,,\n100-20,Clerk,,100,\n100-20-5100,Wages,,100-20,\n100-20-6100,Supplies,,100-20,\n';
    const front =
      '---\ntitle: Budget\nscope: unit\nscale: euros\nclassifications:\n  account: chart\nsource:\n  form: pdf\ntables:\n  - id: depenses\n    title: Dépenses\n---\n';
    const archive = compile(
      small(
        facts,
        kind,
        csv,
        { 'data/classifications/account/chart.csv': accounts, 'content/disclosures/ville/2025-budget.mdx': front },
        '2025-budget',
      ),
    );
    expect(found(archive)).toEqual([]);
    expect(archive.disclosures.get('ville/2025-budget')?.fiscalYear).toMatchObject({ label: 'FY2025', firstDay: '2024-10-01' });
    expect(archive.disclosures.get('ville/2025-budget')?.tables[0]?.rows.map(({ code, level }) => [code, level])).toEqual([
      ['100', 0],
      ['100-20', 1],
      ['100-20-5100', 2],
      ['100-20-6100', 2],
      [undefined, 0],
    ]);
    expect(archive.disclosures.get('ville/2025-budget')?.checks.length).toBe(3);
  });
});

describe('the government that README.md makes step by step', () => {
  const readme = readFileSync(join(PROJECT, 'README.md'), 'utf8');
  const blocks = [...readme.matchAll(/<!-- ((?:data|content)\/\S+) -->\n```\w+\n([\s\S]*?)```/g)];
  const millbrook = Object.fromEntries(blocks.map(([, file = '', text = '']) => [file, text]));

  it('satisfies every rule, and every sum is checked', () => {
    expect(Object.keys(millbrook)).toHaveLength(7);
    const archive = compile(millbrook);
    expect(found(archive)).toEqual([]);
    const checks = archive.disclosures.get('fire/2024-25-adopted-budget')?.checks.map(({ verdict }) => verdict);
    expect(checks).toEqual(Array.from({ length: 10 }, () => 'ok'));
  });

  it('is told where a figure is wrong', () => {
    const file = 'data/disclosures/fire/2024-25-adopted-budget/department-budget.csv';
    const archive = compile({ ...millbrook, [file]: millbrook[file]?.replace(',18\n', ',(18)\n') ?? '' });
    expect(archive.findings.map(({ rule, place }) => [rule, place.line])).toContainEqual(['parts-do-not-sum', 4]);
  });
});
