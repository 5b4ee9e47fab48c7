import { versionInForce } from '../../reading/in-force.ts';
import { BUDGET } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '没有写明用哪一版科目',
    en: 'Nothing says which version of a classification is in force',
  },
  explanation: {
    zh: '表里有科目编码，档案里也有这种科目表，但编制规范和文件头都没有写明用哪一版，编码就无从核对。在编制规范的 classifications 里写一次，或写在文件头的 classifications 里。',
    en: 'A table prints codes of a classification that the archive has, but neither profile nor front matter says which version; the codes cannot be checked. Name it under classifications, in the profile or in the front matter.',
  },
  message: {
    zh: '“{title}”里有科目 {classification} 的编码，但没有写明用哪一版。请在{where}的 classifications 里写明，现有：{known}。',
    en: '“{title}” has codes of {classification}, and nothing says of which version. Name it under classifications in {whereEn}; there are: {known}.',
  },
  bad: {
    file: 'data/profiles/town-budget.json',
    replace: ['"functional": "2024"', ''],
    at: { file: BUDGET },
  },
  *check({ disclosures, profiles, classifications, unread }) {
    for (const { fields, fieldPlace, tables } of disclosures) {
      const profile = fields.profile === undefined ? undefined : profiles.get(fields.profile);
      if (fields.profile !== undefined && !profile) continue;
      const said = new Set<string>();
      for (const [index, { id, title, kind, rows }] of tables.entries()) {
        const name = kind?.classification ?? '';
        const known = [...classifications.values()].filter((each) => each.name === name).map(({ version }) => version);
        const coded = rows.some(({ code, name: printed }) => code !== undefined && code !== printed);
        if (!coded || known.length === 0 || said.has(name) || versionInForce(fields, name, { profiles }) !== undefined) continue;
        if ([...unread].some((file) => file.startsWith(`data/classifications/${name}/`))) continue;
        said.add(name);
        const listed = fields.tables.findIndex((each) => each.id === id);
        yield {
          rule: 'classification-not-in-force',
          place: fieldPlace('tables', listed < 0 ? index : listed, 'title'),
          values: {
            title,
            classification: name,
            known: known.join('、'),
            knownEn: known.join(', '),
            where: profile ? `编制规范 data/profiles/${profile.id}.json ` : '文件头',
            whereEn: profile ? `the profile data/profiles/${profile.id}.json` : 'its front matter',
          },
        };
      }
    }
  },
});
