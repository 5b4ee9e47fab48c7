/** The one place that runs Pagefind: pages in a folder → a search index beside them. */
import { close, createIndex } from 'pagefind';

export async function indexSite(folder: string): Promise<void> {
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'zh', includeCharacters: '.,' });
    if (!index) throw new Error(errors.join('\n'));
    const added = await index.addDirectory({ path: folder });
    if (added.errors.length > 0) throw new Error(added.errors.join('\n'));
    const written = await index.writeFiles({ outputPath: `${folder}/pagefind` });
    if (written.errors.length > 0) throw new Error(written.errors.join('\n'));
  } catch (cause) {
    throw new Error('The search index could not be made', { cause });
  } finally {
    await close();
  }
}
