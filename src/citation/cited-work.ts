/** What is cited: a page of the archive, or a table or cell on it. Plain data, so that a page can carry it. */
import type { Archive, Disclosure, Unit } from '../domain/archive.ts';

/** Hexadecimal digits of a version that stand in a citation: too many to meet by chance. */
const VERSION_DIGITS = 12;

export interface CitedWork {
  /** Names it in a bibliography: `haining-migrant-services.2023-budget`. */
  readonly id: string;
  /** Whoever is responsible for what it says; absent where nobody is known. */
  readonly author?: string;
  readonly title: string;
  readonly archive: string;
  readonly archivePublisher?: string;
  /** Of the document or the unit; of a page of the whole archive, the archive's. Short. */
  readonly version: string;
  /** The day of publication, `2023-02-13`, where it is known. */
  readonly published?: string;
  /** Absolute where the archive says where it stands. */
  readonly address: string;
  readonly language: string;
}

export function citedUnit(archive: Archive, unit: Unit): CitedWork {
  const { publisher } = archive.facts;
  return {
    ...ofArchive(archive, `/units/${unit.id}/`, unit.version),
    id: unit.id,
    ...(publisher ? { author: publisher } : {}),
    title: unit.name,
  };
}

export function citedDisclosure(archive: Archive, disclosure: Disclosure): CitedWork {
  const { unit, id, title, number, publisher, published } = disclosure;
  return {
    ...ofArchive(archive, `/units/${unit}/${id}/`, disclosure.version),
    id: `${unit}.${id}`,
    author: publisher ?? archive.units.get(unit)?.name ?? unit,
    title: number ? `${title}（${number}）` : title,
    ...(published ? { published } : {}),
  };
}

/** A page that the archive itself says: its checks, its data. */
export function citedPage(archive: Archive, title: string, path: string): CitedWork {
  const { publisher } = archive.facts;
  const id = path.replaceAll('/', ' ').trim().replaceAll(' ', '.');
  return { ...ofArchive(archive, path), id: id === '' ? 'archive' : id, ...(publisher ? { author: publisher } : {}), title };
}

/** A table or cell of a disclosure: `name` says which in words, `anchor` is its reference. */
export function citedPart(work: CitedWork, anchor: string, name: string): CitedWork {
  const [page = ''] = work.address.split('#');
  return { ...work, id: `${work.id}.${anchor}`, title: `${work.title}：${name}`, address: `${page}#${encodeURI(anchor)}` };
}

export function shortVersion(version: string): string {
  return version.slice(0, VERSION_DIGITS);
}

type OfArchive = Pick<CitedWork, 'archive' | 'archivePublisher' | 'version' | 'address' | 'language'>;

function ofArchive({ facts, digest }: Archive, path: string, version = digest): OfArchive {
  const { title, publisher, baseUrl, language } = facts;
  return {
    // Cited in the language of what is cited.
    archive: (language.startsWith('zh') ? undefined : title.en) ?? title.zh,
    ...(publisher ? { archivePublisher: publisher } : {}),
    version: shortVersion(version),
    address: baseUrl === undefined ? path : `${baseUrl.replace(/\/$/, '')}${path}`,
    language,
  };
}
