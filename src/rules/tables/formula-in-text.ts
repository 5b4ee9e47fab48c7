import { PROJECTS } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '文字栏里有公式',
    en: 'A formula in a column of text',
  },
  explanation: {
    zh: '以 =、@ 等开头的文字，读者用电子表格打开下载的文件时会被当作公式执行，可能带来危险。',
    en: 'Text that begins with =, @ and the like is run as a formula when a reader opens the downloaded file in a spreadsheet, which can do harm.',
  },
  message: {
    zh: '“{label}”一栏里的“{found}”是电子表格公式，打开文件时会被执行。请写成文字。',
    en: '“{found}” in “{label}” is a spreadsheet formula that would be run on opening the file. Write it as text.',
  },
  bad: { file: PROJECTS, replace: ['路灯维修', "=HYPERLINK('http://x')"], at: { line: 4, column: 1 } },
});
