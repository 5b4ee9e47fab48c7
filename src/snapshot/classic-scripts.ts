/**
 * The site's modules as classic scripts. A browser runs no module from a disk, so each script that a component
 * begins is bundled whole, in place of the file that the site has for it.
 */
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build, type Plugin } from 'vite';

const BUILT = /^(.+)\.astro_astro_type_script_index_(\d+)_lang\.[^.]+\.js$/;
const CLIENT_SCRIPT = /<script(?![^>]*is:inline)[^>]*>([\s\S]*?)<\/script>/g;

export interface ClassicScript {
  /** Its name among the snapshot's scripts. */
  readonly name: string;
  readonly code: string;
}

/**
 * `built` is a module of the site, called after its component; `components` are all files `*.astro` of the
 * generator, relative to its `root`.
 */
export async function classicScript(root: string, built: string, components: readonly string[]): Promise<ClassicScript> {
  const [, component = '', index = ''] = BUILT.exec(basename(built)) ?? [];
  const found = components.filter((file) => basename(file) === `${component}.astro`);
  const [file] = found;
  if (!file || found.length > 1) throw new Error(`${built} was not begun by exactly one component`);
  const source = [...readFileSync(join(root, file), 'utf8').matchAll(CLIENT_SCRIPT)][Number(index)]?.[1];
  if (source === undefined) throw new Error(`${file} has no script ${index}`);
  const code = await bundle(root, source, join(root, dirname(file)));
  return { name: `${component.toLowerCase()}${index === '0' ? '' : index}.js`, code };
}

/** One script with everything that it imports, which runs wherever it is put. */
export async function bundle(root: string, source: string, folder: string): Promise<string> {
  // Not a file: only the place from which its imports are resolved.
  const entry = join(folder, 'entry.ts');
  const output = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [entryFrom(source, entry), offlineModules(root)],
    build: { write: false, target: 'es2022', lib: { entry, formats: ['iife'], name: 'mingzhang', fileName: 'script' } },
  });
  const [bundled] = Array.isArray(output) ? output : [output];
  if (!bundled || !('output' in bundled) || bundled.output.length !== 1) throw new Error('a script was not bundled into one file');
  return bundled.output[0].code;
}

function entryFrom(source: string, id: string): Plugin {
  return {
    name: 'entry',
    enforce: 'pre',
    resolveId: (asked) => (asked === id ? id : undefined),
    load: (asked) => (asked === id ? source : undefined),
  };
}

/** What fetches on the web has another in its place, which reads scripts. */
const OFFLINE = ['search-engine', 'compare-figures'];

function offlineModules(root: string): Plugin {
  return {
    name: 'offline-modules',
    enforce: 'pre',
    resolveId: (asked, importer) => {
      const found = OFFLINE.find((name) => asked.endsWith(`/${name}.ts`));
      const offline = found && join(root, `src/client/offline-${found}.ts`);
      return offline !== importer ? offline : undefined;
    },
  };
}
