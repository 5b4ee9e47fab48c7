/** Descriptions of documents of a place that does not exist, published and imported as a clerk would. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Reading } from '../importing/containers/reading.ts';
import type { Draft } from '../importing/draft/draft.ts';
import { importDocument } from '../importing/import-file.ts';
import { filesInMemory, filesOnDisk } from '../reading/files.ts';
import { loadRules } from '../rules/load.ts';
import { PROJECT } from './commands.ts';
import { type MadeDocument, parseMadeDocument } from './made-documents.ts';

const FOLDER = join(PROJECT, 'src/importing/made');
const UNIT = '---\nname: 清河镇便民服务中心\nregion: "330481"\naliases: [清河街道办事处]\n---\n\n清河镇是为测试而编的。\n';
const rules = await loadRules();

/** What this project declares, and one unit. */
const own = filesOnDisk(PROJECT);
const declarations = own.paths.filter(
  (path) => path.startsWith('data/') && !path.startsWith('data/disclosures/') && path !== 'data/acknowledged.csv',
);
export const CLEAR_RIVER = filesInMemory({
  ...Object.fromEntries(declarations.map((path) => [path, own.read(path)])),
  'content/units/clear-river.mdx': UNIT,
});

export interface Described {
  readonly name: string;
  readonly document: MadeDocument;
}

export const DESCRIBED: readonly Described[] = readdirSync(FOLDER)
  .sort()
  .map((file) => ({ name: basename(file, '.txt'), document: parseMadeDocument(readFileSync(join(FOLDER, file), 'utf8')) }));

/** The draft of a reading; what is refused is an error here. */
export function draftOf({ name }: Described, reading: Reading): Draft {
  if (reading.refusal) throw new Error(reading.refusal.message);
  const final = name.includes('final-accounts');
  const wanted = { unit: 'clear-river', year: final ? 2023 : 2024, type: final ? ('final-accounts' as const) : ('budget' as const) };
  const source = { name, form: reading.document.form, sha256: '0'.repeat(64) };
  const draft = importDocument(reading.document, reading.notices, wanted, source, CLEAR_RIVER, rules);
  if ('refusal' in draft) throw new Error(draft.refusal);
  return draft;
}
