/** The title that a document gives itself. */
import { plainText } from './piece.ts';
import type { Printed } from './printed-tables.ts';
import type { Expected } from './recognise.ts';

const ENDS: Readonly<Record<Expected['type'], RegExp>> = {
  budget: /预算(公开|草案|报告|信息公开)?(情况)?(说明)?$/,
  'final-accounts': /决算(公开|报告)?(情况)?(说明)?$/,
  assessment: /(办法|方案|细则|通知|报告|结果)$/,
  adjustment: /(预算)?调整(方案|情况|表)?(的?(报告|说明))?$/,
};
const WORD: Readonly<Record<Expected['type'], string>> = {
  budget: '预算',
  'final-accounts': '决算',
  assessment: '考核',
  adjustment: '预算调整',
};

/** The first lines up to one that ends as such titles do; lines of 目录 and sentences are none. */
export function documentTitle({ passages }: Printed, { type, year, unitNames }: Expected): { title: string; guessed: boolean } {
  const end = ENDS[type];
  const lines = passages.slice(0, 8).map(({ piece }) => plainText(piece.text));
  for (let from = 0; from < lines.length; from += 1) {
    for (let to = from; to < Math.min(lines.length, from + 3); to += 1) {
      const joined = plainText(lines.slice(from, to + 1).join(''));
      if (/^(目录|第.部分|[一二三]、)/.test(joined) || joined.length > 70 || /[。；，]/.test(joined)) break;
      if (!end.test(joined) || joined.length < 8) continue;
      const named = unitNames.some((name) => joined.includes(name));
      const dated = joined.includes(String(year));
      if (dated && named) return { title: joined.replace(/(公开)?(情况)?(说明)?$/, ''), guessed: false };
      if (dated) return { title: joined, guessed: true };
    }
  }
  const body = lines.some((line) => /部门(预算|决算)/.test(line)) ? '部门' : type === 'budget' || type === 'final-accounts' ? '单位' : '';
  return { title: `${unitNames[0] ?? ''}${year}年${body}${WORD[type]}`, guessed: true };
}
