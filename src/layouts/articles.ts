/** The pages that an archive's editors write: `about.mdx`, and `about.en.mdx` for readers of English. */
import { type CollectionEntry, getCollection } from 'astro:content';
import { type Edition, href } from '../views/edition.ts';

export interface Article {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly description: string;
  readonly entry: CollectionEntry<'pages'>;
  /** In the edition's language. */
  readonly translated: boolean;
}

/** By id; each translated where it is, else in the archive's own language. */
export async function articlesOf(edition: Edition): Promise<Article[]> {
  const entries = new Map((await getCollection('pages')).map((entry) => [entry.id, entry]));
  return [...new Set([...entries.keys()].map(articleId))].sort().flatMap((id) => {
    const own = edition.base === '' ? undefined : entries.get(`${id}.${edition.language.tag}`);
    const entry = own ?? entries.get(id);
    if (!entry) return [];
    const { title, description } = entry.data;
    return [{ id, href: href(edition, `/${id}/`), title, description, entry, translated: edition.base === '' || own !== undefined }];
  });
}

/** `about.en` → `about` */
export function articleId(id: string): string {
  return id.split('.')[0] ?? id;
}
