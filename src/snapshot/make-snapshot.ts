/** A checked archive → a snapshot: a folder and a ZIP of it, each put in place whole, and never over another. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Archive } from '../domain/archive.ts';
import { csvLines } from '../export/csv.ts';
import { observations } from '../export/relations/observations.ts';
import { filesOnDisk } from '../reading/files.ts';
import { ownEdition } from '../views/editions.ts';
import { BagWriter, digestOf } from './bag-writer.ts';
import { checkBag } from './check-bag.ts';
import { dataPackage } from './data-package.ts';
import { type FrontFacts, indexHtml, readme, verifyHtml } from './front-files.ts';
import { byCodePoint, PAYLOAD, SIGNATURE, SIGNED } from './manifest.ts';
import { type SecretKey, signContent } from './minisign.ts';
import { ARCHIVE_FOLDER } from './open-archive.ts';
import { OBSERVATIONS, portableSite, stylesOf, verifyScript } from './portable-site.ts';
import { roCrate } from './ro-crate.ts';
import { isDay } from './snapshot-date.ts';
import { openSnapshot } from './snapshot-files.ts';
import { writeZip } from './zip.ts';

export interface SnapshotOptions {
  /** The generator's own folder. */
  readonly root: string;
  /** The archive's folder. */
  readonly archiveRoot: string;
  /** The ZIP and, without its ending, the folder; undefined for a name after the content in `folder`. */
  readonly out?: string | undefined;
  readonly folder: string;
  readonly date: string;
  readonly previous?: string | undefined;
  readonly key?: SecretKey | undefined;
  readonly progress: (step: string) => void;
  /** Writes the built pages into a folder. */
  readonly buildPages: (out: string) => Promise<void>;
}

export interface Snapshot {
  readonly folder: string;
  readonly zip: string;
  /** The digest that the next snapshot names. */
  readonly digest: string;
}

/** Another snapshot has the name. */
export class NameTaken extends Error {}

const UNFINISHED = 'snapshot.tmp-';
const GENERATOR_FILES = ['package.json', 'package-lock.json', 'LICENSE'];
/** Hexadecimal digits of the digest in a snapshot's name. */
const NAME_DIGITS = 12;

export async function makeSnapshot(archive: Archive, options: SnapshotOptions): Promise<Snapshot> {
  const place = options.out === undefined ? options.folder : dirname(options.out);
  mkdirSync(place, { recursive: true });
  removeAbandoned(place);
  const unfinished = join(place, `${UNFINISHED}${process.pid}`);
  try {
    const { steps } = ownEdition(archive).language.terminal;
    await options.buildPages(`${unfinished}/site`);
    const digest = await fill(archive, `${unfinished}/bag`, `${unfinished}/site`, options);
    options.progress(steps.verifying);
    await prove(`${unfinished}/bag`);
    const name = `snapshot-${digest.slice(0, NAME_DIGITS)}`;
    const folder = (options.out ?? join(place, name)).replace(/\.zip$/i, '');
    const zip = `${folder}.zip`;
    options.progress(steps.packing);
    pack(`${unfinished}/bag`, `${unfinished}/bag.zip`, name);
    refuseOthers(`${unfinished}/bag`, `${unfinished}/bag.zip`, folder, zip);
    if (!existsSync(zip)) renameSync(`${unfinished}/bag.zip`, zip);
    if (!existsSync(folder)) renameSync(`${unfinished}/bag`, folder);
    return { folder, zip, digest };
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** Writes the bag around the site `built` and returns the digest of what is signed. */
async function fill(archive: Archive, folder: string, built: string, options: SnapshotOptions): Promise<string> {
  const { root, archiveRoot, date, previous, key, progress } = options;
  const { steps } = ownEdition(archive).language.terminal;
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const bag = new BagWriter(folder);
  const pathOf = (file: string): string => ARCHIVE_FOLDER.slice(PAYLOAD.length) + file;

  progress(steps.portable);
  for await (const { path, content } of portableSite(archive, { root, built, tableFile: (file) => `../${pathOf(file)}` }))
    bag.add(`${PAYLOAD}site/${path}`, content);

  progress(steps.collecting);
  const files = filesOnDisk(archiveRoot);
  for (const path of files.paths) bag.add(PAYLOAD + pathOf(path), files.read(path));
  for (const file of GENERATOR_FILES) bag.add(`${PAYLOAD}generator/${file}`, readFileSync(join(root, file)));
  bag.add(PAYLOAD + OBSERVATIONS, [...csvLines(observations, archive)].join(''));
  bag.add(
    `${PAYLOAD}datapackage.json`,
    json(dataPackage(archive, version, bag.factsOf(OBSERVATIONS), (file) => bag.factsOf(pathOf(file)))),
  );
  const crateFiles = files.paths.map((path) => bag.factsOf(pathOf(path)));
  bag.add(`${PAYLOAD}ro-crate-metadata.json`, json(roCrate(archive, { date, version, previous, files: crateFiles, pathOf })));

  progress(steps.listing);
  const facts: FrontFacts = {
    archive: archive.facts,
    date,
    version,
    signed: key !== undefined,
    previous,
    encoded: bag.paths.some((path) => path.includes('%')),
    styles: stylesOf(built),
  };
  bag.add('index.html', indexHtml(facts));
  bag.add('verify.html', verifyHtml(facts));
  bag.add('verify.js', await verifyScript(root));
  bag.add('README.md', readme(facts));
  const signed = bag.finish(bagInfo(archive, options, version));
  if (key) writeFileSync(join(folder, SIGNATURE), signContent(Buffer.from(signed), key, `${archive.facts.title.zh} ${date}`));
  return digestOf('sha512', Buffer.from(signed));
}

/** RFC 8493, 2.2.2; the last label is ours. */
function bagInfo({ facts }: Archive, { date, previous }: SnapshotOptions, version: string): [string, string][] {
  return [
    ...(facts.publisher ? ([['Source-Organization', facts.publisher]] as [string, string][]) : []),
    ['External-Description', `${facts.title.zh}。${facts.description.zh}`],
    ...(isDay(date) ? ([['Bagging-Date', date]] as [string, string][]) : []),
    ['Bag-Software-Agent', `mingzhang ${version}`],
    ...(previous ? ([['Previous-Snapshot-SHA512', previous]] as [string, string][]) : []),
  ];
}

/** What has just been written is read again, as whoever receives it will. */
async function prove(folder: string): Promise<void> {
  const { problems } = await checkBag(openSnapshot(folder), digestOf);
  if (problems.length > 0) throw new Error(`the disk does not give back what was written: ${JSON.stringify(problems.slice(0, 3))}`);
}

function pack(folder: string, zip: string, name: string): void {
  const files = openSnapshot(folder);
  writeZip(zip, name, files.paths, (path) => files.read(path));
}

/** The same snapshot made again is no fault; another one under its name is. */
function refuseOthers(newFolder: string, newZip: string, folder: string, zip: string): void {
  const same = (a: string, b: string): boolean => !existsSync(b) || readFileSync(a).equals(readFileSync(b));
  const free = !existsSync(folder) || existsSync(join(folder, SIGNED));
  if (!free || !same(join(newFolder, SIGNED), join(folder, SIGNED))) throw new NameTaken(`${folder} 已经存在，内容不同`);
  if (!same(newZip, zip)) throw new NameTaken(`${zip} 已经存在，内容不同`);
}

/** What killed runs have left. */
function removeAbandoned(place: string): void {
  for (const name of readdirSync(place).sort(byCodePoint)) {
    const pid = Number(new RegExp(`^${UNFINISHED.replaceAll('.', '\\.')}(\\d+)$`).exec(basename(name))?.[1] ?? 0);
    if (pid > 0 && !isRunning(pid)) rmSync(join(place, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
