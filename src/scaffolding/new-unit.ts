/** A unit's file, from answers. */
import { stringify } from 'yaml';
import { CODE } from '../domain/codes.ts';
import type { Language } from '../language/language.ts';
import { unitFile } from '../reading/paths.ts';
import type { ReadArchive } from '../reading/read-archive.ts';
import type { Given, Question } from './question.ts';

export const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export function unitQuestions({ units, regions }: ReadArchive, { scaffolding: words }: Language): readonly Question[] {
  const parents = new Set([...regions.values()].map(({ parent }) => parent));
  return [
    {
      name: 'name',
      ask: () => words.unit.name,
      check: (name) => {
        const taken = [...units.values()].find(({ fields }) => fields.name === name);
        return taken && words.unit.nameTaken(name, taken.id);
      },
    },
    {
      name: 'id',
      ask: () => words.unit.id,
      check: (id) => (!ID.test(id) ? words.idMalformed(id) : units.has(id) ? words.unit.idTaken(id) : undefined),
    },
    {
      name: 'region',
      ask: () => words.unit.region,
      // The smallest regions first: units belong to those most often.
      choices: () =>
        [...regions.values()]
          .sort((a, b) => Number(parents.has(a.code)) - Number(parents.has(b.code)) || (a.code < b.code ? -1 : 1))
          .map(({ code, name }) => ({ value: code, label: name })),
      open: true,
      check: (code) => (regions.has(code) ? undefined : words.unit.noRegion(code)),
    },
    { name: 'short-name', ask: () => words.unit.shortName, preset: () => '' },
    {
      name: 'code',
      ask: () => words.unit.code,
      preset: () => '',
      check: (code) => (CODE.test(code) ? undefined : words.unit.badCode(code)),
    },
    { name: 'nature', ask: () => words.unit.nature, preset: () => '' },
  ];
}

/** Path → content. */
export function newUnit(given: Given, { scaffolding: words }: Language): Readonly<Record<string, string>> {
  const { id = '', name, region, code, nature } = given;
  const shortName = given['short-name'];
  const fields = { name, ...(shortName ? { shortName } : {}), region, ...(code ? { code } : {}), ...(nature ? { nature } : {}) };
  return { [unitFile(id)]: `---\n${frontMatter(fields)}${words.unit.hints}---\n` };
}

/** Codes are text: quoted, so that nothing takes them for numbers. */
export function frontMatter(fields: object): string {
  return stringify(fields, { lineWidth: 0, version: '1.2' });
}
