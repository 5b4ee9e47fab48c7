/** The site's folder on this disk: its scripts stand one folder below it. Of use in a snapshot alone. */
export const siteFolder =
  [...document.scripts].map(({ src }) => /^(.*\/)scripts\/[^/]+$/.exec(src)?.[1]).find((folder) => folder !== undefined) ?? '';
