/** Traditional characters for the simplified ones that an archive uses: a reader may type 流動人口. */
import { Converter } from 'opencc-js/t2cn';

const FIRST = 0x4e00;
const LAST = 0x9fff;

let all: ReadonlyMap<string, string> | undefined;

/** Simplified characters by the traditional ones, in code-point order. */
function simplified(): ReadonlyMap<string, string> {
  if (all) return all;
  const simplify = Converter({ from: 't', to: 'cn' });
  const found = new Map<string, string>();
  for (let code = FIRST; code <= LAST; code += 1) {
    const character = String.fromCharCode(code);
    const other = simplify(character);
    if (other !== character) found.set(character, other);
  }
  all = found;
  return found;
}

/** Pairs of traditional and simplified, in code-point order, those whose simplified form occurs. */
export function traditionalPairs(occurring: ReadonlySet<string>): string {
  let pairs = '';
  for (const [character, other] of simplified()) if (occurring.has(other)) pairs += character + other;
  return pairs;
}

/** Those that have a simplified form. */
export function traditionalIn(characters: Iterable<string>): string {
  return [...characters]
    .filter((character) => simplified().has(character))
    .sort()
    .join('');
}
