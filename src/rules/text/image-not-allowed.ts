import { BUDGET } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '正文里有图片',
    en: 'An image in the text',
  },
  explanation: {
    zh: '图片里的数字无法核对、搜索，也无法朗读；外站的图片还会把读者的访问告诉别人。',
    en: 'Figures in an image cannot be checked, searched or read aloud, and an image of another site tells it who reads this page.',
  },
  message: {
    zh: '正文里不能放图片（{found}）。图片里的数字无法核对，请写成文字或表格。',
    en: 'The text takes no images ({found}). Figures in an image cannot be checked; write text or a table.',
  },
  bad: { file: BUDGET, replace: ['## 支出\n', '## 支出\n\n![图](/chart.png)\n'], at: { line: 24, column: 1 } },
});
