import { profileFile } from '../../reading/paths.ts';
import { BUDGET } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '没有这种编制规范',
    en: 'The profile is not declared',
  },
  explanation: {
    zh: '公开文件写明它依照哪一种编制规范（profile）；规范列出必须有哪些表。',
    en: 'A disclosure names the profile it follows; the profile lists the tables it must have.',
  },
  message: {
    zh: '没有编制规范“{profile}”。现有：{known}。',
    en: 'There is no profile “{profile}”. There are: {known}.',
  },
  bad: { file: BUDGET, replace: ['town-budget', 'city-budget'], at: { line: 3, column: 10 } },
  *check({ disclosures, profiles, unread }) {
    for (const { fields, fieldPlace } of disclosures) {
      if (fields.profile && !profiles.has(fields.profile) && !unread.has(profileFile(fields.profile))) {
        yield {
          rule: 'profile-unknown',
          place: fieldPlace('profile'),
          values: {
            profile: fields.profile,
            known: [...profiles.keys()].join('、') || '（无）',
            knownEn: [...profiles.keys()].join(', ') || 'none',
          },
        };
      }
    }
  },
});
