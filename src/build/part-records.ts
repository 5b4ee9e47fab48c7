/** Makes the records of some parts. */
import { filesOnDisk } from '../reading/files.ts';
import type { PartCompiler } from './part-compiler.ts';
import { recordOf, writeRecord } from './part-record.ts';
import { PartStore } from './part-store.ts';

/** Plain data, since it goes from process to process. */
export interface RecordsTask {
  readonly kind: 'records';
  readonly archiveRoot: string;
  /** The store's folder. */
  readonly place: string;
  /** Files. */
  readonly declarations: readonly string[];
  readonly parts: readonly { readonly key: string; readonly units: readonly string[]; readonly paths: readonly string[] }[];
  /** Whether the same process will make their pages. */
  readonly forPages: boolean;
}

export async function makeRecords(
  { archiveRoot, place, declarations, parts, forPages }: RecordsTask,
  compiler: PartCompiler,
): Promise<void> {
  const store = new PartStore(place);
  const declared = compiler.declarations(filesOnDisk(archiveRoot, declarations));
  for (const { key, units, paths } of parts) {
    const part = compiler.compile(filesOnDisk(archiveRoot, paths));
    await store.make(key, (folder) => writeRecord(folder, recordOf(part, units, declared)));
    if (forPages) compiler.remember(key, part);
  }
}
