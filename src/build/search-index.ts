/** The search index of an archive in parts, from the texts that they keep. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Archive } from '../domain/archive.ts';
import { searchCorpus } from '../search/corpus.ts';
import { writeCatalogue } from '../search/index-site.ts';
import { keptTexts } from '../search/kept-texts.ts';
import { inProcesses } from './build-processes.ts';
import type { MadeParts } from './build-site.ts';
import { folderOf } from './large-archive.ts';
import type { ShardsTask } from './make-shards.ts';
import { keyOf } from './part-plan.ts';
import { linkInto } from './part-store.ts';

/** Shards of which nothing is kept are made in processes of their own: this one has other work meanwhile. */
export async function makeIndex(archive: Archive, folder: string, { folders, store, generator, used }: MadeParts): Promise<void> {
  const { shards, catalogue } = searchCorpus(archive, keptTexts(folders));
  const keyed = shards.map((shard) => ({ ...shard, key: keyOf('shard', generator, shard.digest) }));
  const missing = keyed.filter(({ key }) => store.find(key) === undefined);
  const shares = Map.groupBy(missing, (_, index) => index % availableParallelism());
  await inProcesses([...shares.values()].map((own): ShardsTask => ({ kind: 'shards', place: store.place, shards: own })));
  store.look();
  for (const { key, name } of keyed) {
    used(key);
    linkInto(folderOf(store, key), '', join(folder, name));
  }
  writeCatalogue(catalogue, folder);
}
