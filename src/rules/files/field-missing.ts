import { UNIT } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '缺少必填的字段',
    en: 'A required field is missing',
  },
  explanation: {
    zh: '有些内容缺了就无法生成网页，例如单位名称、所属地区、金额的单位。',
    en: 'Some fields are needed to make a page: the name of a unit, its region, the scale of amounts.',
  },
  message: {
    zh: '缺少字段“{field}”。请补上。',
    en: 'The field “{field}” is missing. Add it.',
  },
  bad: { file: UNIT, replace: ['name: 河口镇人民政府\n', ''], at: { line: 2, column: 1 } },
});
