import { PROJECTS } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '各栏之间不是英文逗号',
    en: 'Fields are not divided by commas',
  },
  explanation: {
    zh: 'CSV 的各栏用英文逗号（,）隔开。电子表格软件有时用分号或制表符；手工录入时常误用中文逗号。',
    en: 'The fields of a CSV are divided by commas. Some spreadsheet programs write semicolons or tabs; typed by hand, a full-width comma slips in.',
  },
  message: {
    zh: '各栏之间用的是“{found}”，不是英文逗号。请另存为“CSV UTF-8（逗号分隔）”。',
    en: 'The fields are divided by “{foundEn}”, not by commas. Save the file as “CSV UTF-8 (comma delimited)”.',
  },
  bad: { file: PROJECTS, content: '项目名称;金额\n合计;3.00\n河道清理;2.00\n路灯维修;1.00\n', at: { line: 1, column: 5 } },
});
