/**
 * The archive that the site is being made of. The build compiles it once, outside the bundle of pages,
 * and hands it over here; in development a saved file replaces it.
 */
import type { Archive } from '../domain/archive.ts';
import type { FileFacts } from '../domain/file-facts.ts';
import type { Volume } from '../domain/volume.ts';

/** Held for the whole process: the bundle of pages has its own copy of this module. */
interface Held {
  archive?: Archive;
  downloads?: readonly FileFacts[];
  volumes?: readonly Volume[];
  addresses?: Addresses;
}

/** The units and disclosures whose pages are made. */
export interface Addresses {
  readonly units: readonly string[];
  readonly disclosures: readonly { readonly unit: string; readonly id: string }[];
}

const HOLDER = Symbol.for('mingzhang.current');

type Holder = { [HOLDER]?: Held };

function held(): Held {
  const holder = globalThis as Holder;
  holder[HOLDER] ??= {};
  return holder[HOLDER];
}

export function currentArchive(): Archive {
  const { archive } = held();
  if (!archive) throw new Error('No archive is loaded: astro.config.mjs must include the archive integration.');
  return archive;
}

export function hasCurrentArchive(): boolean {
  return held().archive !== undefined;
}

export function setCurrentArchive(archive: Archive): void {
  held().archive = archive;
}

/** The files of open data that the build has written, relative to the site's root; none in development. */
export function currentDownloads(): readonly FileFacts[] {
  return held().downloads ?? [];
}

/** Of an archive in volumes. */
export function currentVolumes(): readonly Volume[] {
  return held().volumes ?? [];
}

export function setCurrentDownloads(files: readonly FileFacts[], volumes: readonly Volume[]): void {
  held().downloads = files;
  held().volumes = volumes;
}

/** Those of the whole archive, unless the build has shared the work out. */
export function currentAddresses(): Addresses {
  const { archive, addresses } = held();
  if (addresses) return addresses;
  return { units: [...(archive?.units.keys() ?? [])], disclosures: [...(archive?.disclosures.values() ?? [])] };
}

export function setCurrentAddresses(addresses: Addresses): void {
  held().addresses = addresses;
}
