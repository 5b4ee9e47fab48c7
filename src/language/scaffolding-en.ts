import type { Language } from './language.ts';

type Choices = readonly { readonly value: string; readonly label?: string }[];

const named = (choices: Choices): string =>
  choices
    .slice(0, 8)
    .map(({ value, label }) => (label ? `${value} (${label})` : value))
    .join(', ') + (choices.length > 8 ? ' …' : '');

const TITLES = { budget: 'budget', 'final-accounts': 'final accounts', assessment: undefined, adjustment: 'budget adjustment' } as const;

export const SCAFFOLDING: Language['scaffolding'] = {
  begin: 'Enter takes what stands in brackets. Ctrl+C leaves without writing anything.',
  prompt: (question, preset) => `${question}${preset ? ` [${preset}]` : ''}: `,
  required: 'This one is needed.',
  noSuch: (answer, choices) => `There is no “${answer}”. There are: ${named(choices)}.`,
  several: (answer, choices) => `“${answer}” could be more than one: ${named(choices)}. Write more of it.`,
  moreChoices: (all) => `  … ${all} in all; part of a name will do.`,
  missing: (option) => `--${option} is missing.`,
  badOption: (option, reason) => `--${option}: ${reason}`,
  ended: 'The answers ended too early; nothing was written.',
  none: 'no profile',
  idMalformed: (id) =>
    `“${id}” cannot be an id. It becomes part of addresses: only lower-case English letters, digits and hyphens, as in public-works.`,
  titleOf: ({ unit, year, type, name, department }) => {
    const title = name?.toLowerCase() ?? TITLES[type];
    return title && `${unit}, ${department && name === undefined ? 'department ' : ''}${title} ${year}`;
  },
  scopes: { unit: 'one unit', department: 'a department with its units' },
  forms: { pdf: 'PDF', word: 'Word document', excel: 'Excel workbook', html: 'web page', text: 'plain text' },
  unit: {
    name: 'Full name of the unit, as printed',
    nameTaken: (name, id) => `“${name}” is there already, as ${id}.`,
    id: 'Id (for addresses; it never changes)',
    idTaken: (id) => `${id} is another unit’s id. Choose another one.`,
    region: 'Region (number, code or name)',
    noRegion: (code) => `data/regions.csv has no “${code}”. Add a line there first: code,name,parent.`,
    shortName: 'Short name (Enter for none)',
    code: 'Code of the unit, as printed (Enter for none)',
    badCode: (code) => `“${code}” is not a unit’s code, which is digits and letters.`,
    nature: 'Nature of the unit, such as agency or school (Enter if unknown)',
    hints:
      '# More that may be said: aliases: [other names], formerNames: [names before], parent: the body it reports to\n# Below the three hyphens say in two or three sentences what it does.\n',
  },
  disclosure: {
    unit: 'Unit (number, id or name)',
    noUnit: (unit) => `There is no unit “${unit}”. Make a new one first: npm run new -- unit.`,
    year: 'Year',
    badYear: (year, example) => `“${year}” is not a year; write it as ${example}.`,
    type: 'Type',
    revision: (taken) =>
      `${taken === undefined ? '' : `${taken} is there already. Only a document that was published again has another revision. `}Revision`,
    badRevision: (revision) => `“${revision}” is not a revision; write 1, 2, 3 …`,
    taken: (id) =>
      `${id} is there already and is not overwritten. If the document was published again, give its revision (--revision 2); to go on with it, edit its files.`,
    noEarlier: (id) => `${id}, which it would replace, is not there.`,
    profile: 'Profile',
    noProfile: 'No profile is for this year and type; none may be used',
    tables: 'Tables (numbers or kinds, separated by commas; Enter to add them later)',
    moreTables: 'Tables besides those of the profile (Enter for none)',
    scope: 'Scope',
    title: 'Title, as printed',
    scale: 'Scale of the amounts',
    form: 'Form of the published document',
    url: 'Its address on the web (Enter for none)',
    badUrl: (url) => `“${url}” is not an address; it begins with https:// or http://.`,
    hints:
      '# More that may be said: number, publisher, published: 2024-02-13, and under source sha256 and taken (the day it was fetched).\n# Without a profile, classifications says which version of each is used. Titles of tables as printed. Below the three hyphens, the text.\n',
  },
  written: 'Written:',
  tablesPrepared: (tables) =>
    `The heads of ${tables} table${tables === 1 ? ' are' : 's are'} ready to be filled in with a spreadsheet. When a table is done, delete its state: not-transcribed.`,
  next: 'Now run npm run check, which says what is left to fill in.',
  taken: (file) => `${file} is there already and is not overwritten.`,
  archiveBroken: 'The archive has errors of its own. Run npm run check and mend them first:',
  wouldNotPass: 'The files made of these answers would not pass the check:',
};
