/** A volume of a large archive's data, as it is published. */
import type { FileFacts } from './file-facts.ts';

export interface Volume {
  /** The first of its units, under whose name its files stand. */
  readonly volume: string;
  readonly last: string;
  readonly units: number;
  readonly disclosures: number;
  readonly observations: number;
  /** What describes its files. */
  readonly described: FileFacts;
}
