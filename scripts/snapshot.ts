import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { compileFolder } from '../src/archive/compile.ts';
import { buildPages } from '../src/build/build-site.ts';
import { makeSnapshot, NameTaken } from '../src/snapshot/make-snapshot.ts';
import { hasPassword, KeyFault, parseSecretKey, type SecretKey } from '../src/snapshot/minisign.ts';
import { snapshotDate } from '../src/snapshot/snapshot-date.ts';
import { snapshotDigest } from '../src/snapshot/verify-snapshot.ts';
import { ZipFault } from '../src/snapshot/zip.ts';
import { ownEdition } from '../src/views/editions.ts';
import { checked } from './checked.ts';
import { parseCommand, refuse } from './command.ts';
import { askPassword } from './password.ts';

const USAGE = `npm run snapshot -- [--archive DIR] [--out FILE] [--previous SNAPSHOT] [--sign KEYFILE]

Checks an archive and, if it has no error, makes a snapshot of it: a folder that opens without network or server,
and a ZIP of the same. A snapshot is never overwritten.
  --archive DIR        the archive's folder (default: this project, or MINGZHANG_ARCHIVE)
  --out FILE           the ZIP, and without .zip the folder (default: snapshots/snapshot-<digest>)
  --previous SNAPSHOT  the snapshot before this one, a folder, a ZIP or its SHA-512 digest, which this one then names
  --sign KEYFILE       sign with a secret key made by minisign -G; a password is asked for, or read from
                       MINGZHANG_KEY_PASSWORD
The date is that of SOURCE_DATE_EPOCH, else the archive's latest. Exit code 0: done; 1: errors in the archive; 2: a wrong call.`;

const { archive, root, text } = parseCommand(USAGE, { out: { type: 'string' }, previous: { type: 'string' }, sign: { type: 'string' } });
const out = text('out');
const [key, previous] = [await readKey(text('sign')), readPrevious(text('previous'))];
const compiled = await compileFolder(archive);
const { terminal } = ownEdition(compiled).language;
const progress = checked(compiled);
try {
  const date = snapshotDate(compiled, process.env.SOURCE_DATE_EPOCH);
  const made = await makeSnapshot(compiled, {
    root,
    archiveRoot: archive,
    out: out === undefined ? undefined : resolve(out),
    folder: resolve(root, 'snapshots'),
    date,
    previous,
    key,
    progress,
    buildPages: (out) => buildPages(compiled, { root, archiveRoot: archive, out, progress }),
  });
  progress(terminal.done(made.folder));
  progress(terminal.done(made.zip));
  console.log(terminal.snapshotDigest(made.digest));
} catch (error) {
  if (error instanceof NameTaken) refuse(`${error.message}。快照不会被覆盖，请用 --out 另取一个名字。`, USAGE);
  if (error instanceof RangeError && error.message.includes('SOURCE_DATE_EPOCH')) refuse(error.message, USAGE);
  throw error;
}
process.exit(0);

async function readKey(file: string | undefined): Promise<SecretKey | undefined> {
  if (file === undefined) return undefined;
  if (!existsSync(file)) refuse(`没有密钥文件 ${file}。`, USAGE);
  try {
    const content = readFileSync(file, 'utf8');
    const password = hasPassword(content) ? await askPassword() : '';
    // To try one password is meant to be slow, and takes up to 1 GB of memory.
    if (password !== '') console.error('解开密钥，要几秒钟');
    return parseSecretKey(content, password);
  } catch (error) {
    if (error instanceof KeyFault) refuse(`${file}：${error.message}。`, USAGE);
    throw error;
  }
}

function readPrevious(place: string | undefined): string | undefined {
  if (place === undefined || /^[0-9a-f]{128}$/.test(place)) return place;
  try {
    if (existsSync(place)) return snapshotDigest(place);
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error;
  }
  return refuse(`${place} 不是快照，也不是 128 位的 SHA-512 摘要。`, USAGE);
}
