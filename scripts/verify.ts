import { existsSync, readFileSync } from 'node:fs';
import { languageOf } from '../src/language/languages.ts';
import { KeyFault, type PublicKey, parsePublicKey } from '../src/snapshot/minisign.ts';
import { describeVerification } from '../src/snapshot/verification-words.ts';
import { isWhole, snapshotDigest, verifySnapshot } from '../src/snapshot/verify-snapshot.ts';
import { ZipFault } from '../src/snapshot/zip.ts';
import { BAD_DATA, parseCommand, refuse } from './command.ts';

const USAGE = `npm run verify -- SNAPSHOT [--key KEY] [--previous SNAPSHOT] [--format text|json]

Checks that a snapshot is whole: every file there, unchanged, and none besides.
  SNAPSHOT             its folder or ZIP
  --key KEY            the signer's minisign public key, a file or the key itself: the signature must be right
  --previous SNAPSHOT  the snapshot before, a folder, a ZIP or a digest: it must be the one that this one names
Exit code 0: whole; 1: not; 2: a wrong call.`;

const { words, text } = parseCommand(USAGE, { key: { type: 'string' }, previous: { type: 'string' }, format: { type: 'string' } }, [
  'SNAPSHOT',
]);
const format = text('format') ?? 'text';
if (format !== 'text' && format !== 'json') refuse(`没有“${format}”这种格式。可以用：text、json。`, USAGE);
const [place = ''] = words;
if (!existsSync(place)) refuse(`没有 ${place}。`, USAGE);
const [key, previous] = [readKey(text('key')), readPrevious(text('previous'))];
const showing = process.stderr.isTTY && format === 'text';
try {
  const verification = await verifySnapshot(place, {
    key,
    previous,
    progress: (done, all) => void (showing && process.stderr.write(done === all ? '\r\x1b[K' : `\r${done} / ${all}`)),
  });
  const { language = 'zh-CN' } = verification;
  if (format === 'json') console.log(JSON.stringify({ whole: isWhole(verification), ...verification }, null, 2));
  else console.log(describeVerification(verification, languageOf(language).snapshot).join('\n'));
  process.exitCode = isWhole(verification) ? 0 : BAD_DATA;
} catch (error) {
  if (!(error instanceof ZipFault)) throw error;
  console.log(`${place} 不能读：${error.message}。\n不完好。`);
  process.exitCode = BAD_DATA;
}

function readKey(given: string | undefined): PublicKey | undefined {
  if (given === undefined) return undefined;
  try {
    return parsePublicKey(existsSync(given) ? readFileSync(given, 'utf8') : given);
  } catch (error) {
    if (error instanceof KeyFault) refuse(`${given}：${error.message}。`, USAGE);
    throw error;
  }
}

function readPrevious(given: string | undefined): string | undefined {
  if (given === undefined || /^[0-9a-f]{128}$/.test(given)) return given;
  try {
    if (existsSync(given)) return snapshotDigest(given);
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error;
  }
  return refuse(`${given} 不是快照，也不是 128 位的 SHA-512 摘要。`, USAGE);
}
