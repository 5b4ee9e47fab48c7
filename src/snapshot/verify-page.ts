/** The script of `verify.html`: checks the folder that the reader chooses, in the reader's browser. */
import { SNAPSHOT as en } from '../language/snapshot-en.ts';
import { SNAPSHOT as zh } from '../language/snapshot-zh.ts';
import { type BagFiles, checkBag, type Digest } from './check-bag.ts';
import { isLeftBehind } from './manifest.ts';
import { describeProblem } from './problem-words.ts';

/** As the page itself. */
const LANGUAGES = [zh, en];

const NAMES = { sha256: 'SHA-256', sha512: 'SHA-512' } as const;

const digest: Digest = async (algorithm, bytes) => {
  const value = await crypto.subtle.digest(NAMES[algorithm], bytes as Uint8Array<ArrayBuffer>);
  return [...new Uint8Array(value)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};

/** The chosen folder's own name stands before every path. */
function chosen(files: Iterable<File>): BagFiles {
  const byPath = new Map([...files].map((file) => [file.webkitRelativePath.replace(/^[^/]*\//, '').normalize('NFC'), file]));
  return {
    paths: [...byPath.keys()].filter((path) => !isLeftBehind(path)).sort(),
    read: async (path) => new Uint8Array((await byPath.get(path)?.arrayBuffer()) ?? []),
  };
}

async function verify(files: FileList, result: HTMLElement, list: HTMLElement): Promise<void> {
  list.replaceChildren();
  const bag = chosen(files);
  const { problems } = await checkBag(bag, digest, (done) => {
    result.textContent = `${done} / ${bag.paths.length}`;
  });
  result.textContent = LANGUAGES.map(({ found, unchanged, signatureNotChecked }) =>
    problems.length === 0 ? `${unchanged(bag.paths.length)} ${signatureNotChecked}` : found(problems.length),
  ).join(' ');
  list.replaceChildren(
    ...problems.map((problem) =>
      Object.assign(document.createElement('li'), { textContent: LANGUAGES.map((words) => describeProblem(problem, words)).join(' ') }),
    ),
  );
}

const input = document.querySelector<HTMLInputElement>('#folder');
const result = document.querySelector<HTMLElement>('#result');
const list = document.querySelector<HTMLElement>('#problems');
if (!input || !result || !list) throw new Error('this is not the page that the script belongs to');
input.addEventListener('change', () => {
  if (input.files && input.files.length > 0) void verify(input.files, result, list);
});
