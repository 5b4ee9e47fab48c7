import { UNIT } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'warning',
  title: {
    zh: '有个人姓名',
    en: 'A person’s name',
  },
  explanation: {
    zh: '“联系人：某某”一类的姓名不属于预算档案。即使原件印着，也不录入。',
    en: 'A name beside a role does not belong in an archive of budgets, even where the document prints it.',
  },
  message: {
    zh: '这里看来有个人姓名（{found}）。请删去姓名，只留职务。',
    en: 'This looks like a person’s name ({found}). Delete it and keep the role only.',
  },
  bad: { file: UNIT, replace: ['示例单位。', '示例单位。联系人：张三'], at: { line: 6, column: 6 } },
});
