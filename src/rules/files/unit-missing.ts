import { UNIT } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '公开文件的单位没有介绍页',
    en: 'The unit of a disclosure is not described',
  },
  explanation: {
    zh: '每个单位都要有自己的介绍文件，说明名称和所属地区。',
    en: 'Every unit has a file that gives its name and region.',
  },
  message: {
    zh: '没有单位“{unit}”的介绍。请新建 {file}。',
    en: 'The unit “{unit}” is not described. Create {file}.',
  },
  bad: { file: UNIT, content: null, at: { file: 'content/disclosures/river-town/2023-budget.mdx' } },
});
