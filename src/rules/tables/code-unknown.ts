import { codedRows } from '../coded-rows.ts';
import { EXPENDITURE } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '编码不在当年的科目里',
    en: 'The code is not in that year’s classification',
  },
  explanation: {
    zh: '每种编制规范写明当年用哪一版科目。不在其中的编码，可能是录入有误，也可能是科目表还没有收录它。',
    en: 'A profile names the classification in force. A code outside it is a slip, or the classification lacks it.',
  },
  message: {
    zh: '编码 {code}（{name}）不在科目表 {classification} 里。请核对编码；如果原件确实如此，请在科目表里补上。',
    en: 'The code {code} ({name}) is not in the classification {classification}. Check it; if it is printed so, add it there.',
  },
  bad: { file: EXPENDITURE, replace: ['2040299,', '2040298,'], at: { line: 6, column: 1 } },
  *check(archive) {
    for (const { rows, classification, placeOf } of codedRows(archive, 'code')) {
      for (const row of rows) {
        if (!row.code || classification.codes.has(row.code)) continue;
        const place = placeOf(row);
        const { name, version } = classification;
        if (place) yield { rule: 'code-unknown', place, values: { code: row.code, name: row.name, classification: `${name}/${version}` } };
      }
    }
  },
});
