import { cells, rows } from './cells.ts';
import { checks, disclosures, statements, tables } from './documents.ts';
import { observations } from './observations.ts';
import { codes, regions, units } from './places.ts';
import type { Relation } from './relation.ts';

/** Each after those that it refers to. */
export const RELATIONS: readonly Relation[] = [regions, units, codes, disclosures, tables, rows, cells, statements, observations, checks];
