/** A page of the site → the same page in a folder on any disk: relative links, classic scripts, a policy that fits. */
import { posix } from 'node:path';

export interface PortableSite {
  /** Every file that a page may lead to, relative to the site's root. */
  readonly files: ReadonlySet<string>;
  /** Files that stand elsewhere than on the web, by their path on the web; both relative to the site's root. */
  readonly moved: ReadonlyMap<string, string>;
  /** The classic script that takes the place of a module, by the module's file. */
  readonly scripts: ReadonlyMap<string, string>;
}

/**
 * The site's own files and nothing else, also where `'self'` means nothing because the address is a file's; and the
 * page's own styles, by the digest that the page on the web names.
 */
function policyLike(policy: string): string {
  const digest = /style-src 'self' ('sha256-[^']+')/.exec(policy)?.[1];
  return [
    "default-src 'none'",
    "script-src 'self' file:",
    ["style-src 'self' file:", digest].filter(Boolean).join(' '),
    "img-src 'self' file: data:",
    "font-src 'self' file:",
    "form-action 'self' file:",
    "base-uri 'none'",
  ].join('; ');
}

/** Scripts are passed over whole; of every other element only the start tag counts. */
const TAG = /<script\b([^>]*)>([\s\S]*?)<\/script>|<[a-z][a-z0-9-]*(?:\s+[^\s=>"']+(?:="[^"]*")?)*\s*\/?>/g;
const ADDRESS = /(\s(?:href|src|action|poster))="(\/[^"]*)"/g;

const POLICY = '<meta http-equiv="Content-Security-Policy"';

/** `page` is the page's own file, relative to the site's root: `units/x/index.html`. Throws on a link to nothing. */
export function portablePage(page: string, html: string, site: PortableSite): string {
  const from = posix.dirname(page);
  return html.replace(TAG, (tag, attributes: string | undefined, content: string | undefined) => {
    if (attributes !== undefined) return portableScript(from, attributes, content ?? '', site);
    if (tag.startsWith(POLICY)) return `${POLICY} content="${policyLike(tag)}">`;
    return tag.replace(ADDRESS, (_, name: string, address: string) => `${name}="${relativeAddress(from, address, site, page)}"`);
  });
}

function portableScript(from: string, attributes: string, content: string, { scripts }: PortableSite): string {
  // It loads the others, which here load themselves.
  if (attributes.includes('type="module"')) return '';
  const module = /\sdata-module="\/([^"]+)"/.exec(attributes)?.[1];
  if (module === undefined) return `<script${attributes}>${content}</script>`;
  const script = scripts.get(module);
  if (!script) throw new Error(`no classic script takes the place of ${module}`);
  return `<script defer src="${between(from, script)}"></script>`;
}

function relativeAddress(from: string, address: string, { files, moved }: PortableSite, page: string): string {
  const [, path = '', rest = ''] = /^\/([^?#]*)(.*)$/.exec(address) ?? [];
  const decoded = decodeURIComponent(path);
  const file = decoded === '' || decoded.endsWith('/') ? `${decoded}index.html` : decoded;
  const target = moved.get(file) ?? file;
  if (!moved.has(file) && !files.has(file)) throw new Error(`${page} leads to ${address}, which is not there`);
  return between(from, target).split('/').map(encodeURIComponent).join('/') + rest;
}

/** From a folder of the site to a file, which may stand beside the site. */
function between(from: string, file: string): string {
  return posix.relative(posix.join('/site', from), posix.join('/site', file));
}
