/**
 * A draft's files are written all or none. They are first laid out whole in a folder of the archive's own disk; giving
 * that folder its last name is the one moment that decides. What is killed before it leaves nothing; what is killed
 * after it is finished by the next import.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Target } from './draft.ts';

export interface Writing {
  /** By path in the archive. */
  readonly files: Readonly<Record<string, string>>;
  /** The published file, to be kept byte for byte. */
  readonly keep?: string;
}

const STAGED = '.import-';
const UNFINISHED = '.unfinished';
const PLAN = 'plan.json';

/** Paths of the archive that a draft would replace or remove. */
export function existing(archive: string, { unit, id }: Target): string[] {
  const folder = `data/disclosures/${unit}/${id}`;
  const document = `content/disclosures/${unit}/${id}.mdx`;
  const tables = existsSync(join(archive, folder)) ? readdirSync(join(archive, folder)).filter((name) => name.endsWith('.csv')) : [];
  return [...(existsSync(join(archive, document)) ? [document] : []), ...tables.sort().map((name) => `${folder}/${name}`)];
}

/** `step` is told of each thing done, so that a test can stop it anywhere. */
export function writeDraft(
  archive: string,
  target: Target,
  { files, keep }: Writing,
  step: (done: string) => void = () => undefined,
): void {
  finishLeftOver(archive, step);
  const stage = join(archive, `${STAGED}${target.unit}-${target.id}`);
  const laying = `${stage}${UNFINISHED}`;
  rmSync(laying, { recursive: true, force: true });
  const folder = `data/disclosures/${target.unit}/${target.id}`;
  const paths = Object.keys(files).sort();
  for (const path of paths) {
    place(laying, path, (to) => writeFileSync(to, files[path] ?? ''));
    step(`laid out ${path}`);
  }
  const kept = keep ? `${folder}/source/${basename(keep)}` : undefined;
  if (keep && kept) place(laying, kept, (to) => copyFileSync(keep, to));
  const written = new Set(kept ? [...paths, kept] : paths);
  const removed = existing(archive, target).filter((path) => !written.has(path));
  writeFileSync(join(laying, PLAN), JSON.stringify({ written: [...written], removed }));
  step('laid out the plan');
  renameSync(laying, stage);
  step('decided');
  finish(archive, stage, step);
}

/** What a killed import left: finished where it had decided, removed where not. */
export function finishLeftOver(archive: string, step: (done: string) => void = () => undefined): void {
  for (const name of readdirSync(archive)
    .filter((each) => each.startsWith(STAGED))
    .sort()) {
    if (name.endsWith(UNFINISHED)) rmSync(join(archive, name), { recursive: true, force: true });
    else finish(archive, join(archive, name), step);
  }
}

function finish(archive: string, stage: string, step: (done: string) => void): void {
  const { written, removed } = JSON.parse(readFileSync(join(stage, PLAN), 'utf8')) as { written: string[]; removed: string[] };
  for (const path of removed) rmSync(join(archive, path), { force: true });
  for (const path of written) {
    const from = join(stage, path);
    // Already moved by the import that was killed.
    if (!existsSync(from)) continue;
    mkdirSync(dirname(join(archive, path)), { recursive: true });
    renameSync(from, join(archive, path));
    step(`moved ${path}`);
  }
  rmSync(stage, { recursive: true, force: true });
}

function place(root: string, path: string, write: (to: string) => void): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  write(join(root, path));
}

/** A report stands outside of the archive's two folders, where every file has a meaning. */
export function writeReport(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

export function sha256Of(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
