import { REGIONS } from '../../reading/paths.ts';
import { UNIT } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '行政区划代码不在表中',
    en: 'The region is not listed',
  },
  explanation: {
    zh: '单位所属地区用六位行政区划代码（GB/T 2260）表示，代码和名称列在 data/regions.csv。',
    en: 'A unit’s region is a six-digit code (GB/T 2260) listed in data/regions.csv.',
  },
  message: {
    zh: '行政区划代码 {code} 不在 data/regions.csv 里。请核对代码，或在表中补上。',
    en: 'The region code {code} is not in data/regions.csv. Check it, or add it there.',
  },
  bad: { file: UNIT, replace: ['990100', '990199'], at: { line: 3, column: 9 } },
  *check({ units, regions, unread }) {
    if (unread.has(REGIONS)) return;
    for (const unit of units.values()) {
      if (!regions.has(unit.fields.region))
        yield { rule: 'region-unknown', place: unit.fieldPlace('region'), values: { code: unit.fields.region } };
    }
  },
});
