import { hasCode } from '../../reading/crosswalks.ts';
import { classificationFile } from '../../reading/paths.ts';
import { CROSSWALK } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '对照表里的编码不在科目里',
    en: 'A crosswalk names a code that its version does not have',
  },
  explanation: {
    zh: '对照表 from 一栏是旧版的编码，to 一栏是新版的编码，各须在那一版科目表里。',
    en: 'The column from has codes of the older version, the column to those of the newer; each must be listed in its version.',
  },
  message: {
    zh: '编码 {code} 不在科目表 {classification} 里。请核对编码，或在科目表里补上。',
    en: 'The code {code} is not in the classification {classification}. Check it, or add it there.',
  },
  bad: { file: CROSSWALK, replace: ['2040299,2040299', '2040298,2040299'], at: { line: 3, column: 1 } },
  *check({ crosswalks, classifications, unread }) {
    for (const crosswalk of crosswalks) {
      for (const entry of crosswalk.entries) {
        for (const [column, version] of [
          ['from', crosswalk.from],
          ['to', crosswalk.to],
        ] as const) {
          const code = entry[column];
          const { classification } = crosswalk;
          if (code === undefined || unread.has(classificationFile(classification, version))) continue;
          if (hasCode(classifications, crosswalk, version, code)) continue;
          const values = { code, classification: `${classification}/${version}` };
          yield { rule: 'crosswalk-code-unknown', place: crosswalk.place(entry, column), values };
        }
      }
    }
  },
});
