import { CROSSWALK } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '同一对编码对照了两次',
    en: 'A crosswalk maps the same codes twice',
  },
  explanation: {
    zh: '同一个旧编码到同一个新编码只写一行；写两行，金额会算两遍。只写 from 表示科目取消，只写 to 表示科目新设，都不能再与别的编码对照。',
    en: 'One row takes an older code to a newer one; a second would count the amount twice. A code that has ended, or is altogether new, is mapped to no other.',
  },
  message: {
    zh: '{from} 到 {to} 与第 {line} 行重复或矛盾。请删去一行，或改正编码。',
    en: '{from} to {to} contradicts or repeats line {line}. Delete one of them, or correct the code.',
  },
  bad: { file: CROSSWALK, replace: ['2040299,2040299,0.4', '2040251,2040250,'], at: { line: 3, column: 1 } },
  *check({ crosswalks }) {
    for (const crosswalk of crosswalks) {
      for (const [index, entry] of crosswalk.entries.entries()) {
        const before = crosswalk.entries.slice(0, index).find((each) => {
          if (entry.from === each.from && entry.to === each.to) return true;
          const ended = entry.from !== undefined && entry.from === each.from && (entry.to === undefined || each.to === undefined);
          const begun = entry.to !== undefined && entry.to === each.to && (entry.from === undefined || each.from === undefined);
          return ended || begun;
        });
        if (!before) continue;
        const values = { from: entry.from ?? '—', to: entry.to ?? '—', line: String(before.line) };
        yield { rule: 'crosswalk-code-twice', place: crosswalk.place(entry, entry.from === undefined ? 'to' : 'from'), values };
      }
    }
  },
});
