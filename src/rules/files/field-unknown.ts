import { UNIT } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '不认识的字段',
    en: 'An unknown field',
  },
  explanation: {
    zh: '字段名写错了，内容就不会出现在网页上，所以不认识的字段算作错误。',
    en: 'A misspelt field would silently vanish from the pages, so an unknown one is an error.',
  },
  message: {
    zh: '不认识字段“{field}”。请核对拼写，或删去它。',
    en: 'The field “{field}” is not known. Check its spelling or remove it.',
  },
  bad: { file: UNIT, replace: ['region:', 'regoin: 1\nregion:'], at: { line: 3, column: 1 } },
});
