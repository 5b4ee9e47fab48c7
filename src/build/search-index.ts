/** The search index of an archive in parts, from the texts that they keep. */
import { join } from 'node:path';
import type { Archive } from '../domain/archive.ts';
import { searchCorpus } from '../search/corpus.ts';
import { writeCatalogue } from '../search/index-site.ts';
import { keptTexts } from '../search/kept-texts.ts';
import { inProcesses } from './build-processes.ts';
import type { MadeParts } from './build-site.ts';
import { folderOf } from './large-archive.ts';
import { keyOf } from './part-plan.ts';
import { linkInto } from './part-store.ts';

/** Shards of which nothing is kept are made in a process of their own: this one has other work meanwhile. */
export async function makeIndex(archive: Archive, folder: string, { folders, store, generator, used }: MadeParts): Promise<void> {
  const { shards, catalogue } = searchCorpus(archive, keptTexts(folders));
  const keyed = shards.map((shard) => ({ ...shard, key: keyOf('shard', generator, shard.digest) }));
  const missing = keyed.filter(({ key }) => store.find(key) === undefined);
  if (missing.length > 0) await inProcesses([{ kind: 'shards', place: store.place, shards: missing }]);
  store.look();
  for (const { key, name } of keyed) {
    used(key);
    linkInto(folderOf(store, key), '', join(folder, name));
  }
  writeCatalogue(catalogue, folder);
}
