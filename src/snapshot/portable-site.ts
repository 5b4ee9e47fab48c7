/** The built site → files that open from any disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Archive } from '../domain/archive.ts';
import { searchCorpus } from '../search/corpus.ts';
import { bundle, classicScript } from './classic-scripts.ts';
import { byCodePoint } from './manifest.ts';
import { offlineIndex } from './offline-index.ts';
import { portablePage } from './portable-page.ts';

const MODULE = /<script type="text\/plain" data-module="\/([^"]+)">/g;

/** Figures to compare, by subject; and parts of them, for those who must fetch what they read. */
const FIGURES = /^compare\/figures\/([^/]+\/[^/]+)\.json$/;
const PARTS = /^compare\/figures\/[^/]+\/[^/]+\/[^/]+\.json$/;

export interface PortableFile {
  /** Relative to the site's root. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** `root` is the generator's folder, `built` the site's; `tableFile` is where an archive's file stands, from the site's root. */
export async function* portableSite(
  archive: Archive,
  { root, built, tableFile }: { readonly root: string; readonly built: string; readonly tableFile: (file: string) => string },
): AsyncIterable<PortableFile> {
  const files = listFiles(built);
  const pages = files.filter((file) => file.endsWith('.html'));
  const read = (file: string): string => readFileSync(join(built, file), 'utf8');
  const scripts = new Map<string, string>();
  const components = listFiles(join(root, 'src')).filter((file) => file.endsWith('.astro'));
  for (const module of new Set(pages.flatMap((page) => [...read(page).matchAll(MODULE)].map(([, file = '']) => file)))) {
    const { name, code } = await classicScript(
      root,
      module,
      components.map((file) => `src/${file}`),
    );
    scripts.set(module, `scripts/${name}`);
    yield { path: `scripts/${name}`, content: code };
  }
  const elsewhere = tablesInArchive(archive, tableFile);
  const site = { files: new Set(files), moved: elsewhere, scripts };
  for (const page of pages) yield { path: page, content: portablePage(page, read(page), site) };
  // The modules are in the classic scripts.
  for (const file of files.filter((each) => !each.endsWith('.html') && !/^_astro\/.*\.js$/.test(each) && !elsewhere.has(each))) {
    if (PARTS.test(file)) continue;
    const subject = FIGURES.exec(file)?.[1];
    if (subject !== undefined) yield { path: `${file.slice(0, -'json'.length)}js`, content: figuresScript(subject, read(file)) };
    else yield { path: file, content: readFileSync(join(built, file)) };
  }
  for (const [name, content] of offlineIndex(searchCorpus(archive))) yield { path: `search-index/${name}`, content };
}

/** No page on a disk may read JSON, and every one may run a script. */
function figuresScript(subject: string, json: string): string {
  return `mingzhangFigures(${JSON.stringify(subject)}, ${json.trim()});\n`;
}

/** The script of the page that verifies. */
export function verifyScript(root: string): Promise<string> {
  return bundle(root, `import './verify-page.ts';`, join(root, 'src/snapshot'));
}

/** The styles of the built site's home page. */
export function stylesOf(built: string): string {
  const styles = /<style>([\s\S]*?)<\/style>/.exec(readFileSync(join(built, 'index.html'), 'utf8'))?.[1];
  if (styles === undefined) throw new Error(`the home page in ${built} has no styles`);
  return styles;
}

/** Beside the site; the relation's own file name. */
export const OBSERVATIONS = 'observations.csv';

/** On the web a table's CSV stands beside its page; here the archive's own file is enough, and one copy of the observations. */
function tablesInArchive({ disclosures }: Archive, tableFile: (file: string) => string): ReadonlyMap<string, string> {
  const moved = new Map([[`data/${OBSERVATIONS}`, `../${OBSERVATIONS}`]]);
  for (const { unit, id, tables, statements } of disclosures.values()) {
    for (const table of tables) if (table.file) moved.set(`units/${unit}/${id}/${table.id}.csv`, tableFile(table.file));
    if (statements.length > 0) moved.set(`units/${unit}/${id}/statements.csv`, tableFile(`data/disclosures/${unit}/${id}/statements.csv`));
  }
  return moved;
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
    .sort(byCodePoint);
}
