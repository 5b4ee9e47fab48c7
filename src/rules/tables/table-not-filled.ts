import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'warning',
  title: {
    zh: '表还没有录入',
    en: 'A table is not filled in yet',
  },
  explanation: {
    zh: '尚未录入的表可以先备好栏目，等人来填。填好以后，表的状态要跟着改，网页才会印出这张表。',
    en: 'A table that is not transcribed yet may have its file prepared, with heads and no figures. Once filled in, its state changes too, or the page goes on saying that it is not there.',
  },
  message: {
    zh: '“{title}”还没有录入。请照原件填好 {file}，再删去 state: not-transcribed 这一行；原件没有印数字，就改成 state: empty。',
    en: '“{title}” is not filled in yet. Fill in {file} from the document, then delete the line state: not-transcribed; where no figures are printed, make it state: empty.',
  },
  bad: {
    file: 'data/disclosures/river-town/2023-budget/projects.csv',
    content: '项目名称,金额\n合计,\n',
    at: { file: 'content/disclosures/river-town/2023-budget.mdx', line: 15, column: 12 },
  },
});
