import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '文件放错了地方',
    en: 'A file that belongs nowhere',
  },
  explanation: {
    zh: '单位、年度和类型都写在路径里，所以每个文件都有固定的位置。放在别处的文件不会被读取，因此要报告出来。',
    en: 'Unit, year and type are in the path, so every file has its place. A file elsewhere would be silently ignored; it is reported instead.',
  },
  message: {
    zh: '不认识这个文件：{file}。文件夹或文件名不合规定，请按 README 的“档案的文件”改名或移走。',
    en: 'This file fits no place of the archive: {file}. Rename or move it as the README describes.',
  },
  bad: { file: 'data/disclosures/river-town/2024预算/expenditure.csv', content: '科目编码\n', at: {} },
});
