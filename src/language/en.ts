/**
 * English. Every word that the site and the commands say, in one file: it is long because a language is one file.
 * Its shape is that of `zh-CN.ts`, and the compiler says what is missing.
 */
import type { DisclosureType, Stage, TableState } from '../domain/declarations.ts';
import type { Phrase, PhrasePart } from '../views/page.ts';
import type { BaseWords, ChangeWords, CostChange, DocumentWords, Language, SearchWords, Unlike } from './language.ts';
import { SCAFFOLDING } from './scaffolding-en.ts';
import { SNAPSHOT } from './snapshot-en.ts';

const STAGES: Readonly<Record<Stage, string>> = {
  proposed: 'Proposed',
  approved: 'Approved budget',
  adjusted: 'Adjusted budget',
  executed: 'Executed',
};

/** "than …": what a total is compared with. */
const baseName = ({ year, stage, name }: BaseWords): string =>
  ({
    proposed: `was proposed for ${year}`,
    approved: `the ${lower(name)} of ${year}`,
    adjusted: `the ${lower(name)} of ${year}`,
    executed: `was spent in ${year}`,
  })[stage];

function costChange(against: CostChange): PhrasePart[] {
  const { year, stage, href, kind } = against;
  if (kind === 'apart') {
    const why = ` (another ${against.reasons.map((reason) => UNLIKE[reason]).join(' and ')}: no difference is taken)`;
    return [`${OF_YEAR[stage]} ${year}: `, { strong: against.amount, href }, why];
  }
  const { sign, amount, rate } = against.change;
  const said = kind === 'stated' ? 'by the document’s own account ' : '';
  if (sign === '') return [`${said}the same as ${baseName(against)}`];
  return [said, { strong: amount, href }, ` ${sign === '+' ? 'more' : 'less'}${rate ? ` (${rate})` : ''} than ${baseName(against)}`];
}

const UNLIKE: Readonly<Record<Unlike, string>> = {
  stage: 'stage',
  basis: 'basis',
  scope: 'scope',
  fund: 'fund',
  use: 'use',
  scale: 'measure',
  currency: 'currency',
  version: 'version of the codes',
};

const OF_YEAR: Readonly<Record<Stage, string>> = {
  proposed: 'proposed for',
  approved: 'approved for',
  adjusted: 'adjusted plan for',
  executed: 'spent in',
};

const VERBS: Readonly<Record<Stage, string>> = {
  proposed: 'Proposed spending',
  approved: 'Planned spending',
  adjusted: 'Adjusted spending plan',
  executed: 'Actual spending',
};

const ORIGINS: Language['origins'] = { published: 'in a table', stated: 'in the text', derived: 'derived' };

const TYPES: Readonly<Record<DisclosureType, string>> = {
  budget: 'Budget',
  'final-accounts': 'Final accounts',
  assessment: 'Assessment',
  adjustment: 'Budget adjustment',
};

const VERDICTS: Language['verdicts'] = {
  ok: { sign: '=', name: 'Agrees', explanation: 'The parts make exactly the printed figure, or two places print the same figure.' },
  rounding: {
    sign: '≈',
    name: 'Rounding',
    explanation: 'The difference is within what rounding explains: half of the last printed place for each figure.',
  },
  fail: {
    sign: '≠',
    name: 'Disagrees',
    explanation: 'More than rounding explains. Where the published document really says so, a note says why it stands.',
  },
  undefined: { sign: '÷0', name: 'No answer', explanation: 'A percentage of zero: neither 0% nor 100% would mean anything.' },
  'not-checkable': {
    sign: '?',
    name: 'Not checkable',
    explanation: 'The document lacks a figure that the check needs. It does not count as a pass.',
  },
};

const n = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
/** "1 table", "2 tables" */
const things = (count: number, one: string, many = `${one}s`): string => `${n(count)} ${count === 1 ? one : many}`;
const are = (count: number): string => (count === 1 ? 'is' : 'are');
/** "a, b and c" */
const list = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const ordinal = (number: number): string =>
  `${number}${number % 100 > 10 && number % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')}`;
const yearAndStage = (year: string, stage: Stage, name = STAGES[stage]): string => `${year} ${lower(name)}`;
const revision = (number: number): string => (number > 1 ? ` (${ordinal(number)} publication)` : '');
const documentName = ({ year, type, revision: number }: DocumentWords): string => `${type} ${year}${revision(number)}`;
const difference = ({ sign, size, rate }: ChangeWords): string =>
  sign === '' ? 'the same as' : `${size} ${sign === '+' ? 'more' : 'less'}${rate ? ` (${rate})` : ''} than`;
const CURRENCIES: Readonly<Record<string, string>> = {
  AUD: 'dollars',
  CAD: 'dollars',
  CNY: 'yuan',
  EUR: 'euros',
  GBP: 'pounds',
  JPY: 'yen',
  NZD: 'dollars',
  USD: 'dollars',
};
const currency = (code: string): string => CURRENCIES[code] ?? code;

/** What is printed after a figure in Chinese documents. */
const CHINESE_UNITS: Readonly<Record<string, string>> = {
  人: 'people',
  名: 'people',
  辆: 'vehicles',
  台: 'items',
  '台（套）': 'items',
  '台（辆）': 'vehicles',
  件: 'items',
  套: 'sets',
  个: 'items',
  批: 'batches',
  次: 'times',
  分: 'points',
};

export const en: Language = {
  tag: 'en',
  text: 'en',
  name: 'English',
  brand: 'Mingzhang',
  skip: 'Skip to content',
  home: 'Home',
  crumbs: 'You are here',
  siteNavigation: 'Site',
  languageSwitch: 'Language',
  untranslated: {
    text: (contentLanguage) => `The text below has not been translated from ${contentLanguage}.`,
    page: (contentLanguage) => `The documents are published in ${contentLanguage}. What is not translated stands as printed.`,
  },
  colon: ': ',
  copy: 'Copy',
  copied: 'Copied',
  list,
  year: (year) => year,
  years: (runs) => list(runs.map(([first, last]) => (first === last ? first : `${first}–${last}`))),
  yearAndStage,
  currency,
  amount: (figure, scale) => `${figure} ${scale}`,
  scale: (scale, units, code) => (/\p{Script=Han}/u.test(scale) && units ? `${scale} (${code} ${n(units)})` : scale),
  inUnits: (figure, code) => `${code} ${figure}`,
  scaleNote: (scale) => `Unit: ${scale}`,
  counted: (unit) => CHINESE_UNITS[unit] ?? unit,
  stages: STAGES,
  types: TYPES,
  verdicts: VERDICTS,
  origins: ORIGINS,
  severities: {
    error: {
      name: 'Error',
      explanation: 'must be mended before publishing, unless the document really says so and the reason is recorded',
    },
    warning: { name: 'Warning', explanation: 'an editor should look' },
    info: { name: 'Note', explanation: 'worth knowing' },
  },
  forms: { pdf: 'PDF', word: 'Word document', excel: 'Excel spreadsheet', html: 'Web page', text: 'Text' },
  scopes: { unit: 'The unit itself', department: 'The whole department, with subordinate units' },
  funds: {
    all: 'All funds',
    'general-public': 'General public budget',
    'government-fund': 'Government-managed funds budget',
    'state-capital': 'State capital operations budget',
    'fiscal-appropriation': 'Fiscal appropriation',
    'special-account': 'Special fiscal account',
    'unit-funds': 'Own funds of the unit',
    other: 'Other funds',
  },
  uses: {
    basic: 'Basic expenditure',
    personnel: 'Personnel',
    operating: 'Day-to-day operation',
    project: 'Projects',
    wages: 'Wages and benefits',
    'goods-and-services': 'Goods and services',
    'individuals-and-families': 'Subsidies to individuals and families',
    'recurrent-projects': 'Recurrent projects',
    'one-off-projects': 'One-off projects',
  },
  threePublic: {
    '': 'Three public expenses, total',
    abroad: 'Official travel abroad',
    vehicles: 'Official vehicles, purchase and operation',
    'vehicle-purchase': 'Official vehicles, purchase',
    'vehicle-operation': 'Official vehicles, operation',
    reception: 'Official receptions',
  },
  indicators: {
    staff: 'Staff',
    'staff-quota': 'Established posts',
    vehicles: 'Official vehicles',
    'equipment-500k': 'General equipment above CNY 500,000',
    'equipment-1m': 'Special equipment above CNY 1 million',
  },
  documentName,
  revision,
  titleWithRevision: (title, number) => `${title}${revision(number)}`,
  named: (whose, what) => `${whose} ${what}`,
  navigation: {
    units: 'Units',
    compare: 'Compare',
    glossary: 'Glossary',
    checks: 'Checks',
    coverage: 'Coverage',
    data: 'Open data',
    search: 'Search',
  },
  footer: {
    licence: (name) => `Data licence: ${name}`,
    corrections: 'Found a mistake? Tell us',
    truth: 'Figures stand as published and are never changed; what does not add up is marked as such.',
    address: 'Address of this page',
  },
  searchForm: { label: 'Search all documents', placeholder: 'Unit, code, amount or words', submit: 'Search', try: 'Try' },
  homePage: {
    holdings: 'What is here',
    units: 'Units by region',
    latest: 'Newest documents',
    steps: 'Read a budget in three steps',
    more: 'More to see',
    read: [
      {
        title: 'First the total',
        text: 'What the unit means to spend in a year, whether that is more or less than the year before, and the reason the document gives.',
      },
      {
        title: 'Then what for',
        text: 'How much goes to personnel, to day-to-day operation and to projects. Functional codes say what it is for, economic codes what it buys.',
      },
      {
        title: 'Then check',
        text: 'Every figure leads to its cell in the table. A difference marked ≈ is explained by rounding, one marked ≠ is not; both show the sum.',
      },
    ],
    guide: 'In detail: how to read a budget',
    trend: (labels) => `Over the years: ${list(labels)}`,
    seeChecks: 'See the checks',
    unitCount: { label: 'Units', unit: () => '' },
    documentCount: { label: 'Documents', unit: () => '' },
    tableCount: { label: 'Tables', unit: () => '', note: (figures) => `with ${things(figures, 'figure')}` },
    statementCount: { label: 'Figures in the text', unit: () => '', note: 'transcribed one by one, to hold against the tables' },
    agreement: ({ total, ok, rounding, fail }) => [
      `We checked ${things(total, 'total, share and change', 'totals, shares and changes')}: `,
      { strong: `${n(ok)} agree` },
      rounding > 0 ? `, ${n(rounding)} differ in the last place by rounding` : '',
      fail > 0 ? `, ${n(fail)} disagree in the published document itself` : '',
      '.',
    ],
    span: (first, last) => (first === last ? first : `${first}–${last}`),
  },
  units: {
    title: 'All units',
    description: (archive) => `Every unit in “${archive}”, by region.`,
    none: 'There are no units here yet.',
    count: (units) => things(units, 'unit'),
    regionUnknown: 'Region unknown',
    regionItself: 'The region itself',
    filter: {
      label: (units) => `Find a unit by its name (${things(units, 'unit')})`,
      one: '1 unit found',
      some: '{n} units found',
      near: 'No name has this; {n} have its letters in this order',
      none: 'No unit has this in its name',
    },
    latest: (year, stage) => `${VERBS[stage]}, ${year}`,
    documents: list,
  },
  documentLine: (tables, checks) => `${things(tables, 'table')}${checks ? ` · ${checks}` : ''}`,
  sentences: {
    cost: ({ year, stage, amount, href, fund, units, changes }) => [
      `${VERBS[stage]} in ${year}${fund ? ` (${lower(fund)})` : ''}: `,
      { strong: amount, href },
      ...(units ? [` (${units})`] : []),
      ...changes.flatMap((change, index) => [index > 0 || change.kind === 'apart' ? '; ' : ', ', ...costChange(change)]),
    ],
    hundred: (parts, code) => [
      `Of every 100 ${currency(code)}, `,
      ...parts.flatMap(({ of, use, href }, index): PhrasePart[] => [
        index === 0 ? '' : index === parts.length - 1 ? ' and ' : ', ',
        { strong: of, href },
        `${index === 0 ? (of === '1' ? ' goes' : ' go') : ''} to ${lower(use)}`,
      ]),
    ],
    largest: (label, amount, share) => [`The largest class is “${label}”: `, amount, `, ${share} of the total.`],
    reason: (reason) => `The document’s reason: ${lower(reason)}`,
    join: '. ',
    listed: ', ',
    stop: '.',
    between: ' ',
  },
  unit: {
    years: 'Year by year',
    uses: 'What the money is for',
    projects: 'Projects',
    indicators: 'Staff, vehicles and procurement',
    disclosures: 'Published documents',
    about: 'What this unit is',
    citation: 'Cite this page',
    none: 'None of this unit’s documents is in the archive yet.',
    executedByItem:
      'The documents do not print what was executed in all; what each item had executed in the year before is under “Each item: approved and executed”.',
    nothing: 'None of this unit’s documents is in this archive yet.',
    withoutBudget: (year, type, link) => [
      'This archive holds its ',
      link(`${lower(TYPES[type])} of ${year}`),
      ', and no budget or final accounts: what it spends cannot be seen from here.',
    ],
    total: (year, stage) => (stage === 'executed' ? `Spending ${year}` : `Budget ${year}`),
    comparedWith: (year, change) => `${difference(change)} ${year}`,
    statedChange: (base, change) => `by its own account ${difference(change)} ${baseName(base)}`,
    use: (use) => use,
    share: (share) => `${share} of the total`,
    threePublic: 'Three public expenses',
    none3: (stage) => (stage === 'executed' ? 'none was spent' : 'none is planned'),
    derived: (year, document, basis) => [
      `The figure of ${year} was not published itself: it follows from the change against `,
      basis ? `“${basis}”` : 'the year before',
      ' that is stated in ',
      document,
      '.',
    ],
    procurement: 'Government procurement',
    procurementYear: (year, stage) => (stage === 'executed' ? `${year}, spent` : `${year}, budget`),
    facts: {
      printed: 'As printed',
      region: 'Region',
      code: 'Budget unit code',
      nature: 'Nature',
      parent: 'Reports to',
      aliases: 'Also',
      formerNames: 'Formerly',
    },
  },
  yearTable: {
    title: 'What it is for, year by year',
    items: 'Each item: approved and executed',
    threePublic: 'Three public expenses, year by year',
    threePublicAndOperation: 'Three public expenses and operating expenses of agencies, year by year',
    agencyOperation: 'Operating expenses of agencies',
    open: (title, rows) => `${title} (${n(rows)})`,
    name: 'Name',
    trend: 'Trend',
    changeHead: (year, before) => `${year} over ${before}`,
    change: ({ sign, size, rate }) => (sign === '' ? 'unchanged' : (rate ?? `${sign}${size}`)),
    item: (section, item) => `${section}: ${item}`,
    stage: (stage, funds) => `${stage} (${funds})`,
    separator: ', ',
    gaps: 'Empty: the published documents do not print it.',
    gap: 'not printed',
  },
  composition: {
    byFunction: 'By function: what it is for',
    byUse: 'By use: personnel, operation, projects',
    use: 'Use',
    project: 'Item',
    basic: 'Basic expenditure: what it buys',
    bought: (label) => `${label}: what it buys`,
    by: (classification) => `By ${lower(classification)}`,
    noDetail: (year) => [
      `The document of ${year} prints no detail by economic classification, so what the basic expenditure buys cannot be seen.`,
    ],
    noThreePublic: (year, term) => [`The document of ${year} prints no figures for the `, term('three public expenses'), '.'],
    threePublicZero: ({ year, stage, amount }, term) => [
      'The ',
      term('three public expenses'),
      ' come to ',
      amount,
      `: in ${year} nothing ${stage === 'executed' ? 'was spent on' : 'is planned for'} travel abroad, official vehicles or receptions.`,
    ],
  },
  chart: {
    picture: 'Download as PNG',
    csv: 'Download as CSV',
    pictureSource: (archive, version) => `Source: ${archive}, version ${version}`,
    key: 'Key',
    hollow: 'Dashed: stated in the text, or derived',
    years: 'Expenditure: budgeted and executed',
    yearHead: 'Year and stage',
    share: 'Share',
    unlisted: 'Not itemised in the document',
    rest: (count) => `${n(count)} more`,
    restOf: (label, amount, share) => `${label}: ${amount}, ${share}`,
    restTable: (chart, rest) => `${chart}: ${rest}`,
    point: (label, amount) => `${label} ${amount}`,
    part: (label, amount, share) => `${label} ${amount}, ${share}`,
    derived: (label) => `${label} (derived)`,
    summary: (points) => `${points.join('; ')}.`,
    note: (parts) => parts.join(', '),
    basis: (basis) => `printed as “${basis}”`,
  },
  disclosure: {
    contents: 'On this page',
    narrative: 'What the document says',
    charts: 'What the money is for',
    tables: 'The tables',
    rubrics: 'Scoring rubrics',
    statements: 'Figures in the text',
    statementsNote: 'Figures that the text prints outside its tables, each with the cell it can be held against.',
    checks: 'Check by check',
    checksNote: 'Every sum that should hold between the figures, worked out again. Those that differ come first.',
    noChecks: 'This document has no figures that can be checked.',
    seeChecks: 'See how each was worked out',
    source: 'The published document',
    claims: 'The same figures elsewhere',
    claimsNote: 'Other documents, or the text of this one, state these figures too. Every claim is kept.',
    citation: 'Cite this page',
    agreeing: (count, all) => (all ? `All ${n(count)} agree; open to see them` : `The other ${n(count)} agree; open to see them`),
    noTotal: (unit, year, type) => [`This is the ${lower(TYPES[type])} of ${unit} for ${year}. It prints no total expenditure.`],
    rubricSummary: (title, summary) => [`${title}: ${lower(summary)}`],
    facts: {
      printed: 'As printed',
      year: 'Year',
      type: 'Type',
      number: 'Number',
      publisher: 'Published by',
      published: 'Date',
      scope: 'Scope',
      scale: 'Amounts in',
      replaces: 'Replaces',
      replaced: 'Replaced',
    },
    money: (scale, code) => (scale.includes(code) ? scale : `${scale}, ${code}`),
    replacedBy: (link) => ['by a later publication: ', link],
    sourceFacts: { form: 'Transcribed from', url: 'Address', file: 'File', taken: 'Taken on' },
    inText: 'in the text',
    inTable: 'in a table',
    basis: (parts) => parts.join(', '),
  },
  statement: {
    change: (amount, negative) => `${negative ? 'down' : 'up'} ${amount}`,
    growth: (amount, negative) => `${negative ? 'down' : 'up'} ${amount}`,
  },
  fact: {
    name: (when, what, use) => `${when} · ${what}${use ? ` (${lower(use)})` : ''}`,
    total: (fund, direction) => `${fund}: total${direction ? ` ${direction}` : ''}`,
  },
  table: {
    number: (position) => `Table ${position}`,
    csv: (title) => `Download “${title}” as CSV`,
    page: (page) => (page.includes('-') ? `Source, pp. ${page.replace('-', '–')}` : `Source, p. ${page}`),
    scroll: 'Swipe sideways for the whole table',
    printed: 'Printed: ',
    note: 'Printed note: ',
    remark: 'Editors’ remark: ',
    blank:
      'A blank cell is blank in the published table, which is not zero. ≈ marks a difference that rounding explains, ≠ one that it does not; each shows its sum.',
    marks: 'notes on sums',
    markOf: (verdict) => `${VERDICTS[verdict].name}: see the sum`,
    states: {
      printed: undefined,
      empty: 'The document prints this table without figures.',
      'not-included': 'The document names this table and does not print it.',
      'not-transcribed': 'The document has this table; it is not transcribed yet.',
    } as Readonly<Record<TableState, string | undefined>>,
  },
  rubric: {
    byBody: (groups, criteria) => `${things(groups, 'group')}, ${things(criteria, 'criterion', 'criteria')}.`,
    byTopic: (groups, criteria, points) =>
      `${things(groups, 'topic')}, ${things(criteria, 'criterion', 'criteria')}, ${points} points in all.`,
    head: { group: 'Group', criterion: 'What is scored', points: 'Points' },
  },
  claimsHead: { figure: 'In this document', verdict: 'Answer', others: 'Elsewhere' },
  embed: {
    name: 'Embed',
    of: (title) => `Embed “${title}”`,
    title: (page) => `${page} (to embed)`,
    source: (archive) => `Source: ${archive}`,
    copyHint: 'Put this code into your page to show what stands above.',
    anchorHint: 'After the # stands the name of a table or chart; “Embed” beside its title or below it leads to its own code.',
    code: 'Code to embed',
    copy: 'Copy the code',
    height: '520',
  },
  trace: {
    title: 'Where this figure comes from',
    open: 'Where from?',
    close: 'Close',
    source: 'Source',
    checks: 'Checks that use it',
    noChecks: 'No check uses it.',
    claims: 'The same figure elsewhere',
    noClaims: 'No other document states it.',
    address: 'Address',
    report: 'Report a mistake here',
    keys: 'By keyboard: Tab to a figure of a table, arrows to move, Enter to open, Esc to close.',
  },
  corrections: {
    title: 'Corrections',
    none: 'Nothing in this document has been corrected so far.',
    historyNote: 'Slips of transcription that were put right, the latest first. What the document itself prints is never changed.',
    head: { date: 'Date', cell: 'Cell', was: 'Stood as', now: 'Now', reason: 'Why' },
    blank: 'blank',
    found: 'Found a slip of transcription?',
    write: 'Report a mistake in this document',
    copyHint: 'Copy this text, add what the figure should be and where you see it, and send it to the editors.',
    inTable: 'Report a mistake in this table',
    inTableOf: (table) => `Report a mistake in this table: ${table}`,
    copy: 'Copy the report',
    report: ({ document, key, sha256, version }) => ({
      title: `Correction: ${document} {name}`,
      body: [
        `Document: ${document} (${key})`,
        'Place: {name}',
        'Cell: {cell}',
        'Figure on the page: {figure}',
        'Address: {address}',
        ...(sha256 ? [`SHA-256 of the source: ${sha256}`] : []),
        `Version of the document’s record: ${version}`,
        'Should be: ',
        'As seen (page of the source, what it prints): ',
      ].join('\n'),
    }),
    pageReport: (page, address, version) => ({
      title: `Correction: ${page}`,
      body: [`Address: ${address}`, `Version: ${version}`, 'What is wrong: '].join('\n'),
    }),
  },
  statementHead: { section: 'Section', subject: 'Of', figure: 'Figure', basis: 'Compared with', cell: 'Cell' },
  checkHead: { verdict: 'Result', sum: 'Sum and place', rule: 'Rule' },
  sums: {
    counts: ({ total, ok, rounding, fail, noAnswer, notCheckable }) => {
      if (total === 0) return 'no sums to check';
      const parts = [`${n(ok)} agree`];
      if (rounding > 0) parts.push(`${n(rounding)} rounding`);
      if (fail > 0) parts.push(`${n(fail)} disagree`);
      if (noAnswer > 0) parts.push(`${n(noAnswer)} without an answer`);
      if (notCheckable > 0) parts.push(`${n(notCheckable)} not checkable`);
      return `${things(total, 'check')}: ${parts.join(', ')}`;
    },
    partsMake: (sum) => `the parts make ${sum}`,
    blankInTable: (sum) => `${sum}; blank in the table`,
    noQuotient: (stated) => `printed as ${stated}; a division by zero has no answer`,
    notAbove: (sum, stated) => `${sum}, not above ${stated}`,
    printed: (sum, stated) => `${sum}; printed as ${stated}`,
    differs: ({ sum, stated, difference: apart, points }) => `${sum}; printed as ${stated}, ${apart}${points ? ' points' : ''} apart`,
    lacking: (stated, lack) => {
      const here = stated ? `printed as ${stated}` : 'no readable figure here';
      if (lack === 'divisor') return `${here}; a figure to divide by is missing`;
      if (lack === 'some-parts') return `${here}; not all parts are there`;
      if (lack === 'parts') return `${here}; there are no parts to add`;
      return `${here}; the other place ${lack.other ? `prints ${lack.other}` : 'has no readable figure'}`;
    },
    twoPlaces: (here, there, apart, agree) => {
      const other = there ? `the other place prints ${there}` : 'the other place is blank';
      if (!here) return `${other}; this one is blank`;
      if (agree) return there ? `${here} in both places` : `${here}; ${other}`;
      return `${other}; this one ${here}${apart ? `, ${apart} apart` : ''}`;
    },
    explained: { rounding: 'Rounding explains it.', fail: 'It does not add up.' },
    sentence: (sum) => `${sum.charAt(0).toUpperCase()}${sum.slice(1)}.`,
    section: (section) => `text ${section}`,
    text: 'text',
  },
  classifications: {
    names: { functional: 'Functional classification', economic: 'Economic classification' },
    short: { functional: 'Functions', economic: 'Economic codes' },
    leads: {
      functional:
        'What government money is for, in three levels: class, division and item (类, 款, 项), with codes of 3, 5 and 7 digits. Listed are those with amounts in this archive.',
      economic:
        'What government money buys, in two levels: class and division (类, 款), with codes of 3 and 5 digits. Listed are those with amounts in this archive.',
    },
    lead: (name) => `Codes of the ${name} with amounts in this archive.`,
    levels: { functional: ['class', 'division', 'item'], economic: ['class', 'division'] },
  },
  code: {
    definition: 'What this code is for',
    variants: 'Also printed as',
    children: 'Codes below',
    changes: 'Former and later codes',
    begun: 'new',
    ended: 'ended',
    years: 'Year by year',
    who: 'Who uses it',
    none: 'No document in the archive has a figure for this code itself.',
    head: { unit: 'Unit', year: 'Year', stage: 'Stage', fund: 'Fund', amount: 'Amount' },
    indexHead: { code: 'Code', name: 'Name', units: 'Units' },
    description: (classification, code, label) =>
      `${classification}, ${code} ${label}: the amounts of every unit and year in this archive.`,
    units: (count) => `${things(count, 'unit')} in this archive ${count === 1 ? 'lists' : 'list'} spending under this code.`,
    onlyBelow: 'No unit lists an amount at this level itself; see the codes below.',
    more: (rows) => `${things(rows, 'more row', 'more rows')}: search`,
  },
  compare: {
    title: 'Compare',
    heading: 'Is that much?',
    description: 'Amounts of several units and years beside each other: a change where they are comparable, the reason where they are not.',
    lede: 'Is that much? See it beside other years and other units. Only like is taken from like; where figures are not alike, both stand, with what sets them apart.',
    of: 'Compare',
    measures: 'Most asked for',
    codes: (classification) => `By ${lower(classification)}`,
    basis: 'Codes',
    published: 'As published',
    comparable: 'On a comparable basis',
    comparableNote:
      'On a comparable basis, codes that changed are converted to their latest version by the archive’s crosswalks; every converted figure shows its sum.',
    form: 'What to compare',
    show: 'Compare',
    all: 'Clear the choice',
    result: 'Comparison',
    withoutScript:
      'Choosing units and years needs scripts. Without them, the figures of all units stand below, and those of each code on its own page.',
    more: 'Other figures',
    moreLead: 'Here too, changes are given only where figures are comparable.',
    codePages: 'By code',
    why: 'Why some figures are not comparable',
    whyLead:
      'To take one figure from another, all of the following must be the same. If one is not, the result is no increase or decrease.',
    rules: [
      ['Stage', 'A budget says what is planned, execution what was spent. What lies between them is no change over time.'],
      [
        'Basis',
        'Among executed amounts, final accounts may differ from what a budget document says of the year before, and more so from a figure up to a certain day. The printed words decide.',
      ],
      ['Scope', 'Some documents speak of one unit, others of a whole department with its subordinate units.'],
      ['Fund', 'All funds, fiscal appropriation and the general public budget are each narrower than the one before.'],
      [
        'Version of the codes',
        'Under the same code may stand something else than before. Such places are marked ‖, with the reason from the crosswalk.',
      ],
      ['Measure', 'Yuan and ten thousand yuan are converted, then compared; currencies are not. Counts of different things are not.'],
    ],
    missing: 'An empty cell means that no document says, not 0.',
    measureNames: {
      total: 'Total expenditure',
      revenue: 'Total revenue',
      procurement: 'Government procurement',
      'agency-operation': 'Agency operating expenses',
    },
    use: (use) => `Expenditure: ${lower(use)}`,
    count: (name) => `${name} (number)`,
    ofUnit: 'Compare with other units and years',
    ofCode: 'Compare units and years',
    spoken: {
      loading: 'Reading figures…',
      failed: 'The figures could not be read. Reload to try again; the tables below are whole.',
      none: 'No figures fit the choice. Choose fewer conditions.',
      summary:
        '{title}: {figures} figures in {groups} groups. Within a group they are comparable; between groups they are not, for the reasons given with each.',
      oneGroup: '{title}: {figures} figures, all comparable.',
      groupHeading: 'Group {n}: {terms}',
      basisNote: ' ({basis})',
      separator: ' · ',
      stop: '.',
      semicolon: '; ',
      comma: ', ',
      noBasis: 'nothing further',
      noVersion: 'not stated',
      allUses: 'all uses',
      apart: 'Not to be subtracted from group 1: ',
      mixed: 'Note within the group: ',
      reasons: {
        stage: 'another stage, here {here}, in group 1 {there}',
        basis: 'another basis, here “{here}”, in group 1 “{there}”',
        scope: 'another scope, here {here}, in group 1 {there}',
        fund: 'another fund, here {here}, in group 1 {there}',
        use: 'another use, here {here}, in group 1 {there}',
        scale: 'another measure, here {here}, in group 1 {there}',
        currency: 'another currency, here {here}, in group 1 {there}',
        version:
          'Versions {here} and {there} of the codes: what stands under this code is not the same, or not known to be. Both figures stand, without a difference',
      },
      unitHead: 'Unit ({scale})',
      gap: 'no figure',
      share: '{share} of all expenditure',
      change: 'on {year} {change}',
      rate: '({rate})',
      unchanged: 'unchanged',
      broken: '{sign} not comparable with {year}',
      bridged: 'converted',
      changed:
        'This code, or what stands under it, has changed. “As published” shows what each version prints, “on a comparable basis” what the crosswalks make of it.',
      breakKey: 'The codes on the two sides are not comparable; the reason stands below the table.',
      made: ' {year}: {amount} = ',
      absent: ' (the document has no figure for {codes})',
      step: '{from}{share} → {to}: {reason}',
      begun: 'new',
      ended: 'ended',
      more: '{n} more units with smaller amounts are not listed. Choose units above.',
      key: 'Key',
      hollow: 'Dashed: stated in the text, derived or converted',
      allStages: 'Each stage drawn apart, none subtracted from another',
      chartOf: '{terms}; unit: {scale}',
      point: '{what} {year}: {amount}',
      ofYear: ' ({year})',
      amount: '{amount} {scale}',
      origins: ORIGINS,
      choose: { unit: 'Units', year: 'Years', stage: 'Stages', fund: 'Funds' },
      chosen: '{what}: {chosen}',
      everything: 'all',
      filterUnits: 'Find a unit by its name ({n} in all)',
      moreUnits: '{n} more; type a name',
    },
  },
  glossary: {
    title: 'Glossary',
    description: 'The words of budgets and final accounts, in plain language.',
    more: 'More in the glossary',
    aliases: 'Also',
    related: 'Related terms',
    occurrences: 'Where it occurs',
    lead: 'Words that occur in published budgets, said plainly.',
    moreDocuments: (count) => `${things(count, 'more document')}: search`,
  },
  search: {
    title: 'Search',
    description: 'Find units, codes, amounts and words in all published documents.',
    help: 'Type the name of a unit, a code or its name, an amount, or words from a document.',
    filterBy: 'Filter',
    results: 'Results',
    withoutScript: 'The search box needs scripts. Without them, every page can be found in the lists below.',
    browse: { units: 'By unit', years: 'By year', code: (classification) => `By ${lower(classification)}` },
    documents: (count) => things(count, 'document'),
    spoken: {
      loading: 'Reading the index …',
      failed: 'The index could not be read. Reload the page, or use the lists below.',
      found: '“{query}”: pages found: {pages}',
      foundSoFar: '“{query}”: pages found so far: {pages}, and more',
      none: 'Nothing found for “{query}”.',
      nearest: 'Perhaps you are looking for: ',
      noneHelp: ['Try fewer or shorter words', 'Type an amount without its unit, such as 339.43', 'Clear the filters'],
      clearFilters: 'Clear filters',
      more: 'Show more',
      all: 'All',
      filters: { region: 'Region', unit: 'Unit', year: 'Year', type: 'Type', classification: 'Classification' },
      moreInPage: '{n} more on this page',
      choice: '{value} ({n})',
      separator: ', ',
    } satisfies SearchWords,
  },
  notFound: {
    title: 'No such page',
    description: 'No page has this address.',
    text: 'The address may be mistyped. Addresses of published pages never change and are never removed.',
    search: 'Search, or start here:',
  },
  checks: {
    title: 'Checks',
    description: 'Every total, share and change in the archive, and whether it holds.',
    heading: 'Do the figures add up?',
    nothing: 'There are no figures to check in the archive yet.',
    agreement: ({ total, ok, rounding, fail, noAnswer, notCheckable }, rate) => {
      const lacking = [
        ...(noAnswer > 0 ? [`${n(noAnswer)} divide by zero and have no answer`] : []),
        ...(notCheckable > 0 ? [`${n(notCheckable)} lack a figure and cannot be checked`] : []),
      ];
      return [
        `We checked ${n(total)} totals, shares and changes: `,
        { strong: `${n(ok)} agree` },
        ` (${rate})`,
        ...(rounding > 0 ? [`, ${n(rounding)} differ in the last place by rounding`] : []),
        ...(fail > 0 ? [', ', { strong: `${n(fail)} disagree` }, ' in the published document itself'] : []),
        lacking.length > 0 ? `; ${lacking.join(', ')}.` : '.',
      ];
    },
    meaning: 'Five results',
    rules: 'How each relation is checked: the rules',
    documents: 'By document',
    document: 'Document and unit',
    total: 'Checks',
    unlisted: (count) => `Every sum agrees in ${things(count, 'more document')}, not listed here.`,
    barNote: 'Bar: solid agrees, hatched is rounding, hollow the rest.',
    differences: 'What is not plain agreement',
    differencesNote: (count) =>
      `${things(count, 'place')}, by document, disagreements first. Each shows its sum and leads to the cell in its table; cite it by its own link.`,
    noDifferences: 'Everything agrees exactly.',
    filter: 'Filter',
    byVerdict: 'Result',
    byUnit: 'Unit',
    all: 'All',
    choice: (name, count) => `${name} (${n(count)})`,
    allUnits: 'All units',
    noMatch: 'This unit has no such result.',
    seeDocument: 'See all checks of this document',
    reason: 'Why it stands: ',
    permalink: 'Link to this',
    claims: 'The same figure, said twice',
    claimsNote:
      'One figure that occurs again in another document or in the text, or that follows from a change stated there. Every claim is kept; none is averaged or overwritten.',
    claimsAgreeing: (count) => `${things(count, 'figure')} on which every place agrees`,
    findings: 'Other findings',
    findingsNote: 'Not sums, but matters of the documents themselves. Where a document really is so, a note says why.',
    citation: 'Cite this page',
  },
  rules: {
    title: 'Rules',
    heading: 'How it is checked',
    lede: (rules) => `Before a site is made, every file and every figure of the archive goes through these ${n(rules)} rules.`,
    groups: {
      sums: 'Figures in tables',
      text: 'Text and references',
      tables: 'How tables are written',
      files: 'Files and fields',
      archive: 'The archive as a whole',
    },
    contents: 'Groups of rules',
    count: (count) => things(count, 'rule'),
    says: 'What the report says',
    good: 'Right',
    bad: 'Wrong',
    lineMissing: 'the line is not there',
    fileRemoved: 'the file is not there',
    fileEmpty: 'an empty file',
    invisible: 'a character that nobody sees',
  },
  coverage: {
    title: 'Coverage',
    description: 'For every unit, year and table: transcribed, printed empty, not in the document, or not transcribed yet.',
    heading: 'What is missing?',
    states: {
      printed: 'transcribed',
      empty: 'printed empty',
      'not-included': 'not in the document',
      'not-transcribed': 'not transcribed yet',
      absent: 'does not apply',
    },
    lede: (documents, tables): Phrase => [
      `In ${things(documents, 'published document')}, `,
      { strong: `${things(tables.printed, 'table')} ${are(tables.printed)} transcribed` },
      ...(tables.empty > 0 ? [`, ${n(tables.empty)} ${are(tables.empty)} printed empty`] : []),
      ...(tables['not-included'] > 0 ? [`, ${n(tables['not-included'])} ${are(tables['not-included'])} not in the document`] : []),
      ...(tables['not-transcribed'] > 0 ? [`, ${n(tables['not-transcribed'])} ${are(tables['not-transcribed'])} not transcribed yet`] : []),
      '.',
    ],
    free: (type) => `${TYPES[type]}: no profile says which tables it must have`,
    revision: (number) => `${ordinal(number)} publication`,
    whole: (documents) =>
      `${things(documents, 'document')} with every table transcribed or printed empty ${are(documents)} not listed here.`,
    rest: (documents) => `${things(documents, 'more document')} that lack tables ${are(documents)} not listed.`,
    gaps: (units, more) => [
      'Years between others that are not in the archive: ',
      ...units.flatMap(({ unit, years }, index): PhrasePart[] => [index === 0 ? '' : '; ', unit, ` lacks ${years}`]),
      more > 0 ? `; ${things(more, 'more unit')}.` : '.',
    ],
    legend: 'Key',
    blank: 'blank',
    columns: 'Unit and year',
    documents: (count) => things(count, 'document'),
  },
  findings: {
    title: (count) => `${things(count, 'finding')} to deal with`,
    help: 'Shown in the preview only, never published.',
    more: (count) => `${n(count)} more`,
    mark: { error: 'Error', warning: 'Warning', info: 'Note' },
  },
  scaffolding: SCAFFOLDING,
  snapshot: SNAPSHOT,
  terminal: {
    more: (count) => `${n(count)} more; --all lists them`,
    holdings: (units, documents, checks) => `${things(units, 'unit')}, ${things(documents, 'published document')}; ${checks}.`,
    acknowledged: (count) =>
      `${things(count, 'finding')} of the published documents themselves ${are(count)} explained in data/acknowledged.csv.`,
    errors: (count) => `${things(count, 'error')}. Mend ${count === 1 ? 'it' : 'them'} and try again.`,
    noErrors: 'No errors.',
    live: {
      failed: 'The program failed; the pages are those of before: ',
      more: (count) => `${n(count)} more: npm run check lists them.`,
      mended: (count) => `${things(count, 'finding')} mended.`,
      left: (count) => (count === 0 ? 'Nothing to deal with.' : `${things(count, 'finding')} left.`),
    },
    steps: {
      checking: 'checking the archive',
      data: 'writing open data',
      pages: 'making pages',
      parts: (kept, all) =>
        `checking units, making their pages and data: ${n(all)} parts, of which ${n(kept)} have not changed and are kept`,
      pieces: 'writing the data of each document and the API',
      noSitemap: 'data/archive.json has no baseUrl: no sitemap.xml and robots.txt are made',
      index: 'making the search index',
      waiting: 'waiting for another build to end',
      portable: 'making pages that need no server',
      collecting: 'taking in data and sources',
      listing: 'writing the manifests',
      verifying: 'verifying',
      packing: 'packing',
    },
    snapshotDigest: (digest) => `Digest (the next snapshot names it with --previous):\n${digest}`,
    done: (folder) => `done: ${folder}`,
    seconds: (time) => `${time} s`,
    column: (letter) => ` (column ${letter})`,
  },
  data: {
    title: 'Open data',
    description: 'Every figure, every table and every check, to download whole or to read piece by piece.',
    heading: 'May I have it all?',
    lede: (observations, disclosures) =>
      `Yes. The ${observations} amounts and counts of ${disclosures} documents, with every table and every check, `,
    ledeStrong: 'can be downloaded whole',
    ledeEnd: (licence) => `, under ${licence}, without registration and without a key.`,
    download: 'Download',
    downloadFile: (name) => `Download ${name}`,
    files: 'Everything in one file',
    uses: {
      'data/observations.csv': 'Every amount and count, one a row. Spreadsheets and all kinds of programs read it.',
      'data/observations.json': 'The same as JSON. Decimals are strings, so that nothing is rounded.',
      'data/observations.parquet': 'The same as Parquet. DuckDB, pandas and R read it; amounts are exact decimals.',
      'data/budgets.sqlite':
        'One SQLite file: units, documents, tables, cells, figures in the text, checks and codes, joined to each other. Opens in Datasette.',
      'data/datasette.json': 'What Datasette says of each table and column.',
      'datapackage.json': 'The archive as a Data Package v2: columns, types, keys and references of each CSV.',
      'catalog.jsonld': 'A DCAT catalogue, for data portals that harvest.',
      'feed.xml': 'An Atom feed of new documents, replacements, acknowledged faults and corrections.',
    },
    relation: ({ en }) => en,
    spreadsheet:
      'To open a CSV in Excel, choose “From Text/CSV” under “Data”, UTF-8, and “Text” for columns of codes. So that nothing is run as a formula, texts that begin with =, +, -, @ and the like have an apostrophe before them; figures and dashes stay as they are.',
    pieces: 'Document by document, table by table',
    pieceList: [
      ['/units/<unit>/<year-type>/<table>.csv', 'A table, byte for byte as transcribed: decimals, blanks and dashes as printed'],
      ['/units/<unit>/<year-type>/statements.csv', 'Figures that the text prints'],
      ['/units/<unit>/<year-type>/datapackage.json', 'Columns and types of the document’s tables (Data Package v2)'],
      ['/api/v1/index.json', 'Where the API begins: version, licence, addresses of the lists'],
      ['/api/v1/units.json', 'All units'],
      ['/api/v1/units/<unit>.json', 'A unit and its documents'],
      ['/api/v1/units/<unit>/observations.json', 'Every amount and count of a unit'],
      ['/api/v1/units/<unit>/<year-type>.json', 'A document: tables, figures in the text, checks, citation'],
      ['/api/v1/units/<unit>/<year-type>/<table>.json', 'Every cell of a table'],
      ['/api/v1/codes/<classification>/<version>.json', 'Codes'],
      [
        '/data/observations/region=<region>/year=<year>/part.parquet',
        'Parquet by region and year, for those who want a part of a large archive',
      ],
    ],
    volumes: {
      name: '<volume>',
      heading: 'Volumes',
      lede: 'The archive is large: what is known cell by cell stands in volumes, each of some units that follow each other. When units come or go volumes may be cut anew; volumes.csv says how they are.',
      from: (first, last) => `${first} to ${last}`,
      size: (units, disclosures) => `${units} units, ${disclosures} documents`,
      uses: {
        'data/observations.parquet':
          'Every amount and count, one a row, as Parquet. DuckDB, pandas and R read it; amounts are exact decimals.',
        'data/volumes.csv':
          'The list of volumes: the archive is large, so what is known cell by cell stands in volumes, each of some units that follow each other.',
      },
      pieceList: [
        [
          '/data/volumes/<volume>/observations.csv',
          'Every amount and count of a volume, one a row; those of all volumes without their heads, one after the other, are the whole. As JSON each unit has its own, see below',
        ],
        ['/data/volumes/<volume>/checks.csv', 'Answers of the checks of a volume'],
        [
          '/data/volumes/<volume>/budgets.sqlite',
          'A volume as one SQLite file: units, documents, tables, cells, figures in the text, checks and codes, joined to each other',
        ],
        ['/data/volumes/<volume>/catalog.jsonld', 'A volume’s DCAT catalogue, to which /catalog.jsonld leads'],
        ['/data/volumes/<volume>/datapackage.json', 'Columns, types, sizes and SHA-256 of the volume’s files (Data Package v2)'],
      ],
      shell: 'Download a volume and open it in Datasette',
    },
    piecesNote:
      'An address, once published, never changes; version 1 of the API only gains fields. What is absent is left out, never written as 0. These are addresses on the web; an offline snapshot has the files above.',
    queries: 'Questions to ask',
    queriesNote: 'Totals stand beside their parts. Choose one level before you add, as here, or figures are counted twice.',
    query: ({ en }) => en,
    tools: { sqlite: 'SQLite, Datasette (budgets.sqlite)', duckdb: 'DuckDB (observations.parquet)', shell: 'Command line' },
    shell: 'Download it whole and open it in Datasette',
    dictionary: 'Data dictionary',
    dictionaryNote: 'Files and the tables of SQLite have the same names of columns.',
    onlyDatabase: 'in SQLite only',
    onlyFiles: 'not in SQLite',
    refersTo: (relation) => `see ${relation}`,
    columnHead: ['Column', 'Type', 'Meaning'],
    types: { string: 'text', integer: 'integer', decimal: 'exact decimal', boolean: 'yes or no', date: 'date' },
    key: 'key',
    verify: 'How to verify',
    verifyVersion:
      'The archive’s version is a digest of all that is in it. With content/ and data/ at hand, this command must give the same number:',
    verifyFiles: 'Of the downloaded files, sha256sum must give the same numbers as here:',
    citation: 'Cite this page',
  },
  citation: {
    gbt7714: 'GB/T 7714—2015',
    apa: 'APA',
    copyForm: (form) => `Copy the citation in ${form}`,
    version: {
      archive: (version) => `${version} is the archive’s version: it changes whenever anything in the archive does.`,
      unit: (version) =>
        `${version} is the version of this unit’s record: it changes with its description, its documents and their figures, and with nothing else in the archive.`,
      disclosure: (version) =>
        `${version} is the version of this document’s record: it changes with its text, its tables and its unit’s description, and with nothing else in the archive.`,
    },
    parts: 'Every table, cell and figure in the text has its own address. Press a table’s title or a cell to get its address and citation.',
    copyCitation: 'Copy citation',
    copyAddress: 'Copy address',
    otherForms: 'Other forms',
  },
  dataset: {
    unitName: (unit, archive) => `${unit}: ${archive}`,
    unit: (unit, archive) =>
      `Documents published by ${unit}, figures transcribed table by table, and the results of checking them. ${archive}`,
    document: (unit, title) => `${unit}: ${title}`,
    disclosure: (unit, title) =>
      `${unit}: ${title}. Transcribed table by table; every figure leads to its cell, and every sum, share and change is checked.`,
    whole: (archive) => `${archive} Every figure, every table and every check, to download whole or to read piece by piece.`,
    statements: 'Figures in the text',
  },
  feed: {
    subtitle: 'Documents that are new or corrected.',
    added: (tables) => `${things(tables, 'table')} transcribed. `,
    replaces: (title) => `Replaces ${title}. `,
    corrected: 'correction',
    correction: (was, now, reason) => `${was || 'blank'} became ${now || 'blank'}. ${reason}`,
    acknowledged: 'Fault of the document explained',
    dayUnknown: 'The document has no date; this entry has only its year. ',
    titled: (title, of) => `${title}: ${of}`,
  },
};
