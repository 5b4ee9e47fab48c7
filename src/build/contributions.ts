/**
 * What the parts of an archive show of a code or a measure, and the archive cut to it: the pages and figures of the code
 * are made of nothing else, so a digest of it is a digest of them.
 */
import { hash } from 'node:crypto';
import { NO_NARRATIVE } from '../archive/digest.ts';
import type { Archive, Disclosure, Observation, Unit, Whole } from '../domain/archive.ts';
import { namedBeside } from '../views/code.ts';
import { idParts } from '../views/subject-names.ts';
import { madeWith } from '../views/subjects.ts';
import { VERSION_TO_COME } from '../views/version-to-come.ts';
import { packObservations } from './packed-observations.ts';

/** What is shown with an observation of its unit and document. */
export interface Contribution {
  readonly observations: readonly Observation[];
  /** Their names, by id. */
  readonly units: ReadonlyMap<string, string>;
  /** By unit and document, joined with a slash. */
  readonly documents: ReadonlyMap<string, Pick<Disclosure, 'type' | 'currency'>>;
}

export function contributionOf(part: Pick<Archive, 'units' | 'disclosures'>, observations: readonly Observation[]): Contribution {
  const units = new Map<string, string>();
  const documents = new Map<string, Pick<Disclosure, 'type' | 'currency'>>();
  for (const { unit, disclosure } of observations) {
    const key = `${unit}/${disclosure}`;
    const document = part.disclosures.get(key);
    if (document) documents.set(key, { type: document.type, currency: document.currency });
    units.set(unit, part.units.get(unit)?.name ?? unit);
  }
  return { observations, units, documents };
}

/** With what the figures of a code or measure are made with, of the same units. `of` gives what the part shows of another. */
export function completed(
  id: string,
  declarations: Archive,
  own: Contribution,
  of: (id: string) => Contribution | undefined,
): Contribution {
  const others = madeWith(declarations, id).flatMap((other) => of(other) ?? []);
  return {
    observations: [own, ...others].flatMap(({ observations }) => observations.filter(({ unit }) => own.units.has(unit))),
    units: own.units,
    documents: new Map([own, ...others].flatMap(({ documents }) => [...documents].filter(([key]) => own.units.has(unitOf(key))))),
  };
}

function unitOf(document: string): string {
  return document.slice(0, document.indexOf('/'));
}

export function digestOfContribution({ observations, units, documents }: Contribution): string {
  return hash('sha256', JSON.stringify([packObservations(observations), [...units], [...documents]]));
}

/** What pages of a code or measure are told of the whole. */
export function wholeCutTo(id: string, declarations: Archive, whole: Whole): Whole {
  const [classification, code] = idParts(id);
  const names = whole.codes.get(classification);
  const named = [code, ...namedBeside({ ...declarations, whole }, classification, code)].sort();
  const own = new Map(named.filter((each) => names?.has(each)).map((each) => [each, names?.get(each)]));
  const { counted: _, ...told } = whole;
  return { ...told, codes: new Map([[classification, own]]) };
}

/** The contributions are those of the parts in their order. */
export function archiveCutTo(whole: Whole, declarations: Archive, contributions: readonly Contribution[]): Archive {
  return {
    ...declarations,
    whole,
    digest: VERSION_TO_COME,
    units: new Map(contributions.flatMap(({ units }) => [...units].map(([id, name]) => [id, { ...NO_UNIT, id, name }] as const))),
    disclosures: new Map(
      contributions.flatMap(({ documents }) =>
        [...documents].map(
          ([key, facts]) => [key, { ...NO_DOCUMENT, ...facts, unit: unitOf(key), id: key.slice(key.indexOf('/') + 1) }] as const,
        ),
      ),
    ),
    observations: contributions.flatMap(({ observations }) => observations),
    claims: [],
    findings: [],
  };
}

const NO_UNIT: Unit = { id: '', name: '', region: '', aliases: [], formerNames: [], narrative: NO_NARRATIVE, file: '', version: '' };

const NO_DOCUMENT: Disclosure = {
  id: '',
  unit: '',
  year: 0,
  fiscalYear: { id: '', label: '', firstDay: '', lastDay: '' },
  type: 'budget',
  typeId: '',
  revision: 1,
  title: '',
  scope: 'unit',
  currency: '',
  source: { form: 'text' },
  tables: [],
  statements: [],
  narrative: NO_NARRATIVE,
  checks: [],
  corrections: [],
  figures: 0,
  terms: [],
  file: '',
  version: '',
};
