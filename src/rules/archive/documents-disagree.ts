import { EXECUTION } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'warning',
  title: {
    zh: '两份文件对同一个数说法不同',
    en: 'Two documents state the same fact differently',
  },
  explanation: {
    zh: '同一个单位、年度、口径的同一个数，先后由几份文件给出（当年的表、次年的“上年数”、上级部门的汇总）。说法不同可能是录入有误，也可能是公布以后改过数，这正是读者要知道的。两个数都保留，各注出处。',
    en: 'The same figure of a unit, year and stage may be given by several documents. A difference is either a slip of transcription or a figure changed after publication, which readers should know. Both stay, each with its source.',
  },
  message: {
    zh: '{year} 年“{label}”：{first} 写 {firstValue}，{second} 写 {secondValue}。请对照两份原件；确实不同就在 data/acknowledged.csv 里登记说明。',
    en: '“{label}” of {year}: {first} says {firstValue}, {second} says {secondValue}. Check both documents; if they really differ, say so in data/acknowledged.csv.',
  },
  bad: { file: EXECUTION, replace: ['8.00,6.00,75%', '7.00,5.25,75%'], at: { line: 2, column: 12 } },
});
