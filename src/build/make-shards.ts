/** Shards of the search index, made and kept: the work of a process of its own. */
import type { Shard } from '../search/corpus.ts';
import { writeShards } from '../search/index-site.ts';
import { PartStore } from './part-store.ts';

export interface ShardsTask {
  readonly kind: 'shards';
  /** The store's folder. */
  readonly place: string;
  readonly shards: readonly (Shard & { readonly key: string })[];
}

export async function makeShards({ place, shards }: ShardsTask): Promise<void> {
  const store = new PartStore(place);
  await writeShards(shards, ({ key }, write) => store.make(key, write));
}
