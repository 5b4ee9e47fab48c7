/** Under which key the pages and data of a part are kept: that of all that they are told. */
import type { Unit, Whole } from '../domain/archive.ts';
import { isInVolumes } from '../export/volumes.ts';
import { joinWholes, toldOf } from '../views/whole.ts';
import type { PlannedArchive } from './large-archive.ts';
import { type PlannedPart, pagesKey } from './part-plan.ts';
import type { PartFacts } from './part-record.ts';
import { basePath } from './sub-path.ts';

export interface PartPages extends PlannedPart {
  readonly pages: string;
  /** Units of other parts that its own name. */
  readonly parents: readonly Unit[];
  /** What it is told of the whole. */
  readonly whole: Whole;
  /** Whether parts of which nothing is known yet can hardly change that: a code in use stays so. */
  readonly isSettled: boolean;
}

/** Of each part what it is told by all of which something is known; `facts` are by the keys of their records. */
export function partPages(
  { plan, declarations }: PlannedArchive,
  facts: ReadonlyMap<string, PartFacts>,
  parts: readonly PlannedPart[] = plan.parts,
): PartPages[] {
  const base = basePath(declarations.facts.baseUrl);
  const known = plan.parts.flatMap(({ key }) => facts.get(key) ?? []);
  const documents = plan.parts.reduce((sum, { disclosures }) => sum + disclosures.length, 0);
  const all: Whole = { ...joinWholes(known.map(({ whole: { counted: _, ...whole } }) => whole)), inVolumes: isInVolumes(documents) };
  const units = new Map(known.flatMap((each) => each.units.map((unit) => [unit.id, unit] as const)));
  return parts.flatMap((part) => {
    const own = facts.get(part.key);
    if (!own) return [];
    const named = parentsOf(part, own);
    const parents = named.flatMap((id) => units.get(id) ?? []);
    const whole = toldOf(all, own.mentioned);
    const isSettled =
      parents.length === named.length && [...own.mentioned].every(([name, codes]) => whole.codes.get(name)?.size === codes.length);
    return { ...part, parents, whole, isSettled, pages: pagesKey(part, base, whole, parents) };
  });
}

/** Units of other parts that its own name. */
function parentsOf({ units: own }: PlannedPart, { units }: PartFacts): string[] {
  return [...new Set(units.flatMap(({ parent }) => (parent === undefined || own.includes(parent) ? [] : parent)))].sort();
}
