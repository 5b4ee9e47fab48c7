/** Makes the records of some parts. */
import { filesInParts } from '../archive/parts.ts';
import { type ArchiveFiles, someFilesOnDisk } from '../reading/files.ts';
import type { PartCompiler } from './part-compiler.ts';
import { recordOf, writeRecord } from './part-record.ts';
import { PartStore } from './part-store.ts';

/** Plain data, since it goes from process to process. */
export interface RecordsTask {
  readonly kind: 'records';
  readonly archiveRoot: string;
  /** Those of the parts and of the declarations. */
  readonly paths: readonly string[];
  /** The store's folder. */
  readonly place: string;
  readonly parts: readonly { readonly key: string; readonly units: readonly string[] }[];
  /** Whether the same process will make their pages. */
  readonly forPages: boolean;
}

export async function makeRecords(
  { archiveRoot, paths, place, parts, forPages }: RecordsTask,
  compiler: PartCompiler,
  store = new PartStore(place),
): Promise<void> {
  if (parts.length === 0) return;
  const own = filesInParts(
    someFilesOnDisk(archiveRoot, paths),
    parts.map(({ units }) => units),
  );
  const declarations = compiler.compile(own.declarations);
  for (const [index, { key, units }] of parts.entries()) {
    const part = compiler.compile(own.parts[index] as ArchiveFiles);
    await store.make(key, (folder) => writeRecord(folder, recordOf(part, units, declarations)));
    if (forPages) compiler.remember(key, part);
  }
}
