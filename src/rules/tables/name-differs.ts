import { plainName } from '../../reading/labels.ts';
import { codedRows } from '../coded-rows.ts';
import { EXPENDITURE } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '编码与名称不符',
    en: 'Code and name do not belong together',
  },
  explanation: {
    zh: '同一编码在当年科目表里有固定的名称，也可能有几种已知的写法。名称与编码对不上，多半是错行或录错了编码。',
    en: 'A code has its name in the classification, and known variants. Where the two do not match, a row has slipped or a digit is wrong.',
  },
  message: {
    zh: '编码 {code} 的名称是“{expected}”，这里写的是“{found}”。请核对；如果原件确实如此，请把它加为科目表里的异名（variants）。',
    en: 'The code {code} is named “{expected}”, here it says “{found}”. Check it; if it is printed so, add it to the variants.',
  },
  bad: { file: EXPENDITURE, replace: ['事业运行', '行政运行'], at: { line: 5, column: 9 } },
  *check(archive) {
    for (const { rows, classification, placeOf } of codedRows(archive, 'name')) {
      for (const row of rows) {
        const code = classification.codes.get(row.code ?? '');
        if (!code?.label || code.label === row.name) continue;
        const printed = plainName(row.name);
        if (printed === '' || [code.label, ...code.variants].some((name) => plainName(name) === printed)) continue;
        const place = placeOf(row);
        if (place) yield { rule: 'name-differs', place, values: { code: code.code, expected: code.label, found: row.name } };
      }
    }
  },
});
