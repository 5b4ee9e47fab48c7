import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '对照表的文件名对不上两个版本',
    en: 'A crosswalk joins no two versions',
  },
  explanation: {
    zh: '对照表写明一种科目分类的旧版科目怎样变成新版科目，文件名是“分类-旧版--分类-新版.csv”，例如 functional-2016--functional-2023.csv。两头必须是同一种分类里已有的两个版本。',
    en: 'A crosswalk says how codes of one version of a classification became those of another. Its file is named after both, as functional-2016--functional-2023.csv; both must be there, and be of one classification.',
  },
  message: {
    zh: '对照表的两头是“{from}”和“{to}”，应为同一种分类的两个版本。现有：{known}。',
    en: 'The crosswalk joins “{from}” and “{to}”; these should be two versions of one classification. There are: {known}.',
  },
  bad: { file: 'data/crosswalks/functional-2020--functional-2024.csv', content: 'from,to,share,reason\n', at: {} },
});
