/** Traditional characters for the simplified ones that an archive uses: a reader may type 流動人口. */
import { Converter } from 'opencc-js/t2cn';

const FIRST = 0x4e00;
const LAST = 0x9fff;

/** Pairs of traditional and simplified, in code-point order, those whose simplified form occurs. */
export function traditionalPairs(occurring: ReadonlySet<string>): string {
  const simplify = Converter({ from: 't', to: 'cn' });
  let pairs = '';
  for (let code = FIRST; code <= LAST; code += 1) {
    const character = String.fromCharCode(code);
    const simplified = simplify(character);
    if (simplified !== character && occurring.has(simplified)) pairs += character + simplified;
  }
  return pairs;
}
