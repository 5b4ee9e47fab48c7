/** The page of open data: what can be taken, what it means, how it is verified. */
import { citedPage } from '../citation/cited-work.ts';
import type { FileFacts } from '../domain/file-facts.ts';
import type { Volume } from '../domain/volume.ts';
import { archiveDataset } from '../export/linked-data.ts';
import { RELATIONS } from '../export/relations/all.ts';
import { SAMPLE_QUERIES } from '../export/sample-queries.ts';
import { volumeFolder, volumesRelation } from '../export/volumes.ts';
import type { Language } from '../language/language.ts';
import { count } from './amount.ts';
import { citationView } from './citation.ts';
import type { Edition } from './edition.ts';
import type { CitationView, Frame, Phrase } from './page.ts';

export interface DataPage {
  readonly frame: Frame;
  readonly heading: string;
  readonly lede: Phrase;
  /** What holds the archive whole, then the lists that it is made of. */
  readonly files: readonly { readonly name: string; readonly href: string; readonly use: string; readonly size: string }[];
  /** Of an archive in volumes, each with the names of its first and last unit. */
  readonly volumes: readonly {
    readonly name: string;
    readonly size: string;
    readonly files: readonly { readonly name: string; readonly href: string }[];
  }[];
  readonly pieces: readonly { readonly address: string; readonly about: string }[];
  readonly queries: readonly { readonly title: string; readonly tool: string; readonly text: string }[];
  readonly dictionary: readonly RelationEntry[];
  readonly version: string;
  readonly command: string;
  readonly digests: string;
  readonly citation: CitationView;
}

export interface RelationEntry {
  readonly name: string;
  readonly about: string;
  readonly note?: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly about: string; readonly notes: readonly string[] }[];
}

const PATH = '/data/';

const VOLUME_FILES = ['observations.csv', 'checks.csv', 'budgets.sqlite'];

/** README names the same command. */
const VERSION_COMMAND = `find content data -type f ! -name '.*' ! -path 'data/disclosures/*/*/source/*' |
  LC_ALL=C sort | xargs sha256sum | sha256sum`;

/** `downloads` and `volumes` are what the build has written; in development there are none. */
export function dataPage({ archive, language }: Edition, downloads: readonly FileFacts[], volumes: readonly Volume[]): DataPage {
  const words = language.data;
  const inVolumes = volumes.length > 0;
  const nameOf = (unit: string): string => archive.units.get(unit)?.name ?? unit;
  const uses: Readonly<Record<string, string>> = inVolumes ? { ...words.uses, ...words.volumes.uses } : words.uses;
  const { facts, digest, observations, disclosures } = archive;
  const files = downloads.map(({ path, bytes }) => ({
    name: path.slice(path.lastIndexOf('/') + 1),
    href: `/${path}`,
    use: uses[path] ?? relationUse(path, words),
    size: sizeInWords(bytes),
  }));
  return {
    frame: {
      title: words.title,
      description: words.description,
      path: PATH,
      crumbs: [],
      dataset: archiveDataset(
        archive,
        PATH,
        downloads.flatMap(({ path, bytes }) => {
          const media = MEDIA[path.slice(path.lastIndexOf('.') + 1)];
          return media && path.startsWith('data/') ? [{ path: `/${path}`, bytes, media }] : [];
        }),
        language.dataset,
      ),
    },
    heading: words.heading,
    lede: [
      words.lede(count(archive.whole?.counted?.observations ?? observations.length), count(disclosures.size)),
      { strong: words.ledeStrong },
      words.ledeEnd(facts.licence.name),
    ],
    files: [...files].sort((a, b) => rank(a.href) - rank(b.href)),
    volumes: volumes.map(({ volume, last, units, disclosures }) => ({
      name: volume === last ? nameOf(volume) : words.volumes.from(nameOf(volume), nameOf(last)),
      size: words.volumes.size(count(units), count(disclosures)),
      files: VOLUME_FILES.map((name) => ({ name, href: `/${volumeFolder(volume)}/${name}` })),
    })),
    pieces: [...(inVolumes ? words.volumes.pieceList : []), ...words.pieceList].map(([address, about]) => ({
      address: inVolumes ? address.replace(/(?<=year=.+\/)part(?=\.parquet$)/, words.volumes.name) : address,
      about,
    })),
    queries: [
      ...SAMPLE_QUERIES.map(({ title, tool, text }) => ({ title: words.query(title), tool: words.tools[tool], text })),
      inVolumes
        ? { title: words.volumes.shell, tool: words.tools.shell, text: volumeLines(facts.baseUrl, words.volumes.name) }
        : { title: words.shell, tool: words.tools.shell, text: shellLines(facts.baseUrl) },
    ],
    // What most come for stands first.
    dictionary: [...RELATIONS, ...(inVolumes ? [volumesRelation([])] : [])]
      .sort((a, b) => Number(b.name === 'observations') - Number(a.name === 'observations'))
      .map((relation) => relationEntry(relation, words)),
    version: digest,
    command: VERSION_COMMAND,
    digests: downloads.map(({ path, sha256 }) => `${sha256}  ${path}`).join('\n'),
    citation: citationView(citedPage(archive, words.title, PATH), 'archive'),
  };
}

const MEDIA: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  parquet: 'application/vnd.apache.parquet',
  sqlite: 'application/vnd.sqlite3',
};

type Words = Language['data'];

function relationEntry({ name, about, only, key, columns }: (typeof RELATIONS)[number], words: Words): RelationEntry {
  return {
    name,
    about: words.relation(about),
    ...(only === 'database' ? { note: words.onlyDatabase } : {}),
    columns: columns.map((column) => ({
      name: column.name,
      type: words.types[column.type],
      about: words.relation(column.about),
      notes: [
        ...(key.includes(column.name) ? [words.key] : []),
        ...(column.references ? [words.refersTo(column.references.relation)] : []),
        ...(column.only === 'database' && only === undefined ? [words.onlyDatabase] : []),
        ...(column.only === 'files' ? [words.onlyFiles] : []),
      ],
    })),
  };
}

function relationUse(path: string, words: Words): string {
  const relation = RELATIONS.find(({ name }) => path === `data/${name}.csv`);
  return relation ? words.relation(relation.about) : '';
}

/** In the order in which readers want them: all figures, the database, the rest. */
const FIRST = [
  '/data/observations.csv',
  '/data/observations.json',
  '/data/observations.parquet',
  '/data/volumes.csv',
  '/data/budgets.sqlite',
  '/datapackage.json',
];
const LAST = ['/data/datasette.json', '/catalog.jsonld', '/feed.xml'];

function rank(href: string): number {
  if (FIRST.includes(href)) return FIRST.indexOf(href) - FIRST.length;
  return LAST.indexOf(href) + 1;
}

function shellLines(baseUrl: string | undefined): string {
  const from = (baseUrl ?? 'https://…').replace(/\/$/, '');
  return `curl -O ${from}/data/budgets.sqlite -O ${from}/data/datasette.json
datasette budgets.sqlite --metadata datasette.json`;
}

function volumeLines(baseUrl: string | undefined, volume: string): string {
  const from = (baseUrl ?? 'https://…').replace(/\/$/, '');
  return `curl -O ${from}/data/volumes/${volume}/budgets.sqlite -O ${from}/data/datasette.json
datasette budgets.sqlite --metadata datasette.json`;
}

/** `286 KB`, thousands of bytes as downloads count them. */
function sizeInWords(bytes: number): string {
  const [size, unit] = bytes < 1_000_000 ? [Math.ceil(bytes / 1000), 'KB'] : [Math.ceil(bytes / 100_000) / 10, 'MB'];
  return `${size} ${unit}`;
}
