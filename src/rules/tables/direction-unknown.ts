import { BALANCE } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '方向只能是收入或支出',
    en: 'The direction is neither revenue nor expenditure',
  },
  explanation: {
    zh: '左右并列的收支表录成一列，用“方向”一栏写明每一行是收入还是支出。',
    en: 'Side-by-side tables are written one below the other; the column 方向 says 收入 or 支出 in every row.',
  },
  message: {
    zh: '方向写的是“{found}”，只能写“{revenue}”或“{expenditure}”。',
    en: 'The direction is “{found}”; write {revenue} or {expenditure}.',
  },
  bad: { file: BALANCE, replace: ['支出,公共安全支出', '花费,公共安全支出'], at: { line: 6, column: 1 } },
});
