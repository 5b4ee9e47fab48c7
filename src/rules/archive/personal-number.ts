import { UNIT } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '有电话或身份证号码',
    en: 'A telephone or ID number',
  },
  explanation: {
    zh: '预算档案里不应有个人的电话、身份证号码。即使原件印着，也不录入。确实是公开的办公电话，由编辑判断，在 data/acknowledged.csv 里登记文件名和理由。',
    en: 'Telephone and ID numbers do not belong in an archive of budgets, even where the document prints them. An office number may stay if an editor says so in data/acknowledged.csv, naming the file.',
  },
  message: {
    zh: '这里有{kind}（{found}）。请删去；确需保留的公开办公电话，在 data/acknowledged.csv 登记。',
    en: 'A telephone or ID number stands here ({found}). Delete it, or acknowledge the file if it is a public office number.',
  },
  bad: { file: UNIT, replace: ['示例单位。', '示例单位，手机 13800000000。'], at: { line: 6, column: 9 } },
});
