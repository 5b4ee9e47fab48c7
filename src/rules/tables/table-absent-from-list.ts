import type { Text } from '../../domain/finding.ts';
import { BUDGET } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '缺少规范要求的表',
    en: 'A required table is not accounted for',
  },
  explanation: {
    zh: '编制规范列出一份公开文件必须有的表。没有公开的也要列出，写明状态，不能默默缺失。',
    en: 'A profile lists the tables a disclosure must have. One that is absent is listed too, with its state; nothing is silently missing.',
  },
  message: {
    zh: '规范“{profile}”要求的“{title}”（{kind}）没有列出。请列上；原件没有就写 state: not-included。',
    en: '“{title}” ({kind}), required by the profile “{profile}”, is not listed. List it; if it was not published, with state: not-included.',
  },
  bad: { file: BUDGET, replace: ['  - id: balance\n    title: 收支预算总表\n', ''], at: { line: 10 } },
  *check({ disclosures, profiles, kinds }) {
    for (const { fields, fieldPlace } of disclosures) {
      const profile = profiles.get(fields.profile ?? '');
      const listed = new Set(fields.tables.flatMap(({ id, kind }) => [id, kind]));
      for (const kind of profile?.tables ?? []) {
        if (listed.has(kind)) continue;
        yield {
          rule: 'table-absent-from-list',
          place: fieldPlace('tables'),
          values: {
            kind,
            ...inBoth('title', kinds.get(kind)?.title ?? { zh: kind }),
            ...inBoth('profile', profile?.title ?? { zh: '' }),
          },
        };
      }
    }
  },
});

function inBoth(name: string, { zh, en }: Text): Record<string, string> {
  return { [name]: zh, ...(en === undefined ? {} : { [`${name}En`]: en }) };
}
