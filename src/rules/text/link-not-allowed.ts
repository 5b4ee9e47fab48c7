import { BUDGET } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '链接的地址不能用',
    en: 'A link that is not allowed',
  },
  explanation: {
    zh: '链接只能指向网页（https://）、邮件（mailto:）、本站（/…）或本页（#…）。',
    en: 'Links lead to https://, mailto:, this site (/…) or this page (#…).',
  },
  message: {
    zh: '链接地址“{found}”不能用。请写完整的 https:// 地址，或以 / 开头的站内地址。',
    en: 'The link “{found}” is not allowed. Write a whole https:// address, or one of this site beginning with /.',
  },
  bad: { file: BUDGET, replace: ['## 支出\n', '## 支出\n\n[看](javascript:x)\n'], at: { line: 24, column: 1 } },
});
