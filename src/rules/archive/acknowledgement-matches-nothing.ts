import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '登记的说明已经对不上任何问题',
    en: 'An acknowledgement matches nothing',
  },
  explanation: {
    zh: 'data/acknowledged.csv 登记原件里确实存在的问题。数据改过以后，登记可能已经没有对象，留着会掩盖将来的错误。',
    en: 'data/acknowledged.csv records what a published document really contains. One that matches nothing any more could hide a future fault.',
  },
  message: {
    zh: '没有规则 {rule} 在 {cell} 的问题可以登记。请删去这一行，或改正规则名和位置。',
    en: 'There is no finding of {rule} at {cell} to acknowledge. Delete this row, or correct rule and cell.',
  },
  bad: {
    file: 'data/acknowledged.csv',
    content: 'rule,cell,reason,checked_by\nparts-do-not-sum,river-town/2024-budget#expenditure.204.total,原件如此,编辑部\n',
    at: { line: 2, column: 1 },
  },
});
