/** A site that is not at its host's root: addresses within it begin with the path under which it stands. */
/** The path of a site's address, with a slash at both ends: `/` or `/budgets/`. */
export function basePath(baseUrl: string | undefined): string {
  return baseUrl === undefined ? '/' : `/${new URL(baseUrl).pathname.split('/').filter(Boolean).join('/')}/`.replace('//', '/');
}

/** Start tags; scripts and styles are passed over whole, for nothing in them is an element. */
const TAG = /<(script|style)\b[\s\S]*?<\/\1>|<[a-z][a-z0-9-]*(?:\s+[^\s=>"']+(?:="[^"]*")?)*\s*\/?>/g;
const ADDRESS = /(\s(?:href|src|action|poster))="\/(?!\/)([^"]*)"/g;

/** The addresses that a page has from its views, which know of no path; Astro's own assets have it already. */
export function placeUnder(base: string, html: string): string {
  if (base === '/') return html;
  const assets = `${base.slice(1)}_astro/`;
  return html.replace(TAG, (tag, raw: string | undefined) =>
    raw === undefined
      ? tag.replace(ADDRESS, (whole, name: string, path: string) => (path.startsWith(assets) ? whole : `${name}="${base}${path}"`))
      : tag,
  );
}
