import { UNIT } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '缺少文件头',
    en: 'The front matter is missing',
  },
  explanation: {
    zh: '每个 MDX 文件以一段夹在两行 --- 之间的说明开头，写明标题等内容。',
    en: 'Every MDX file begins with fields between two lines of ---.',
  },
  message: {
    zh: '文件开头没有夹在两行 --- 之间的说明。请从同类文件复制一份再改。',
    en: 'The file does not begin with fields between two lines of ---. Copy them from a similar file and change them.',
  },
  bad: { file: UNIT, content: '河口镇人民政府\n', at: { line: 1, column: 1 } },
});
