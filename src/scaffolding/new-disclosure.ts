/** A disclosure's front matter and the CSV of each of its tables, from answers. */
import type { DisclosureType, Profile } from '../domain/declarations.ts';
import { wordsIn } from '../domain/finding.ts';
import { fiscalYearLabel, formatFiscalYear, parseFiscalYear } from '../domain/fiscal-year.ts';
import type { Language } from '../language/language.ts';
import { kindInYear, typeOf, typeWords } from '../reading/facts.ts';
import { disclosureFile } from '../reading/paths.ts';
import type { ReadArchive } from '../reading/read-archive.ts';
import { emptyTable } from './empty-table.ts';
import { frontMatter } from './new-unit.ts';
import type { Given, Question } from './question.ts';

const FORMS = ['pdf', 'word', 'excel', 'html', 'text'] as const;

export function disclosureQuestions(archive: ReadArchive, { scaffolding: words, types }: Language): readonly Question[] {
  const { units, profiles, kinds, facts } = archive;
  const yearOf = ({ year = '' }: Given): number | undefined => parseFiscalYear(year, facts.fiscalYear);
  const fitting = (given: Given): Profile[] => {
    const year = yearOf(given);
    return [...profiles.values()].filter(
      ({ type, years: [first, last] }) => type === given.type && year !== undefined && first <= year && year <= last,
    );
  };
  /** What the government calls it. */
  const nameOf = (type: string): string | undefined => {
    const name = facts.types.find(({ id }) => id === type)?.name;
    return name && wordsIn(name, [facts.language]);
  };
  return [
    {
      name: 'unit',
      ask: () => words.disclosure.unit,
      choices: () => [...units.values()].map(({ id, fields }) => ({ value: id, label: fields.name })),
      open: true,
      check: (unit) => (units.has(unit) ? undefined : words.disclosure.noUnit(unit)),
    },
    {
      name: 'year',
      ask: () => words.disclosure.year,
      check: (year) =>
        yearOf({ year }) === undefined ? words.disclosure.badYear(year, formatFiscalYear(2024, facts.fiscalYear)) : undefined,
    },
    {
      name: 'type',
      ask: () => words.disclosure.type,
      choices: () => typeWords(facts).map((value) => ({ value, label: nameOf(value) ?? types[value as DisclosureType] })),
      preset: () => undefined,
    },
    {
      name: 'revision',
      ask: (given) => words.disclosure.revision(exists(archive, given, 1) ? disclosureId(given, 1) : undefined),
      preset: (given) => (exists(archive, given, 1) ? undefined : '1'),
      check: (revision, given) => {
        if (!/^[1-9]\d?$/.test(revision)) return words.disclosure.badRevision(revision);
        if (exists(archive, given, Number(revision))) return words.disclosure.taken(disclosureId(given, Number(revision)));
        if (Number(revision) > 1 && !exists(archive, given, Number(revision) - 1))
          return words.disclosure.noEarlier(disclosureId(given, Number(revision) - 1));
        return undefined;
      },
    },
    {
      name: 'profile',
      ask: (given) => (fitting(given).length > 0 ? words.disclosure.profile : words.disclosure.noProfile),
      choices: (given) => [
        ...fitting(given).map(({ id, title }) => ({ value: id, label: wordsIn(title, [facts.language]) })),
        { value: 'none', label: words.none },
      ],
      // One that fits is taken; of several, one is chosen.
      preset: (given) => {
        const [first, ...others] = fitting(given);
        return first === undefined ? 'none' : others.length > 0 ? lastProfile(archive, given, fitting(given)) : first.id;
      },
    },
    {
      name: 'tables',
      ask: ({ profile = 'none' }) => (profiles.has(profile) ? words.disclosure.moreTables : words.disclosure.tables),
      choices: ({ profile = 'none' }) =>
        [...kinds.values()]
          .filter(({ id }) => !profiles.get(profile)?.tables.includes(id))
          .map(({ id, title }) => ({ value: id, label: wordsIn(title, [facts.language]) })),
      many: true,
      preset: () => '',
    },
    {
      name: 'scope',
      ask: () => words.disclosure.scope,
      choices: () => [
        { value: 'unit', label: words.scopes.unit },
        { value: 'department', label: words.scopes.department },
      ],
      preset: () => 'unit',
    },
    {
      name: 'title',
      ask: () => words.disclosure.title,
      preset: (given) => {
        const { unit = '', type: typeId = '', scope } = given;
        const [name, year, type] = [units.get(unit)?.fields.name, yearOf(given), typeOf(facts, typeId)?.type];
        if (name === undefined || year === undefined || type === undefined) return undefined;
        const label = fiscalYearLabel(year, facts.fiscalYear);
        return words.titleOf({ unit: name, year: label, type, name: nameOf(typeId), department: scope === 'department' });
      },
    },
    {
      name: 'scale',
      ask: () => words.disclosure.scale,
      choices: () => Object.keys(facts.scales).map((value) => ({ value })),
      preset: ({ unit }) =>
        archive.disclosures.findLast((each) => each.unit === unit && each.fields.scale)?.fields.scale ??
        archive.disclosures.find(({ fields }) => fields.scale)?.fields.scale ??
        Object.keys(facts.scales).at(-1),
    },
    {
      name: 'form',
      ask: () => words.disclosure.form,
      choices: () => FORMS.map((value) => ({ value, label: words.forms[value] })),
      preset: () => 'pdf',
    },
    {
      name: 'url',
      ask: () => words.disclosure.url,
      preset: () => '',
      check: (url) => (isAddress(url) ? undefined : words.disclosure.badUrl(url)),
    },
  ];
}

/** Path → content. */
export function newDisclosure(archive: ReadArchive, given: Given, { scaffolding: words }: Language): Readonly<Record<string, string>> {
  const { facts } = archive;
  const { unit = '', title, profile = 'none', scope, scale, form, url, tables = '' } = given;
  const revision = Number(given.revision);
  const id = disclosureId(given, revision);
  const required = archive.profiles.get(profile)?.tables ?? [];
  const kinds = [...required, ...tables.split(',').filter((kind) => kind !== '' && !required.includes(kind))];
  const year = parseFiscalYear(given.year ?? '', facts.fiscalYear);
  const entries = kinds.flatMap((id) => {
    const kind = archive.kinds.get(id);
    return kind && year !== undefined ? kindInYear(kind, year, facts) : [];
  });
  const fields = {
    title,
    ...(profile === 'none' ? {} : { profile }),
    scope,
    scale,
    ...(revision > 1 ? { replaces: disclosureId(given, revision - 1) } : {}),
    source: { form, ...(url ? { url } : {}) },
    ...(entries.length > 0
      ? { tables: entries.map((kind) => ({ id: kind.id, title: wordsIn(kind.title, [facts.language]), state: 'not-transcribed' })) }
      : {}),
  };
  const unitName = archive.units.get(unit)?.fields.name ?? '';
  return {
    ...Object.fromEntries(entries.map((kind) => [`data/disclosures/${unit}/${id}/${kind.id}.csv`, emptyTable(kind, unitName)])),
    // Last: with it the disclosure is there.
    [disclosureFile(unit, id)]: `---\n${frontMatter(fields)}${words.disclosure.hints}---\n`,
  };
}

function disclosureId({ year, type }: Given, revision: number): string {
  return `${year}-${type}${revision > 1 ? `-r${revision}` : ''}`;
}

function exists({ disclosures }: ReadArchive, given: Given, revision: number): boolean {
  return disclosures.some(({ unit, id }) => unit === given.unit && id === disclosureId(given, revision));
}

/** What the unit's own disclosures were written by, if it fits again. */
function lastProfile({ disclosures }: ReadArchive, { unit }: Given, fitting: readonly Profile[]): string | undefined {
  const last = disclosures.findLast((each) => each.unit === unit && each.fields.profile !== undefined)?.fields.profile;
  return fitting.find(({ id }) => id === last)?.id;
}

function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text) && URL.canParse(text);
}
