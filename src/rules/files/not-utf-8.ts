import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '文件不是 UTF-8 编码',
    en: 'The file is not UTF-8',
  },
  explanation: {
    zh: '档案里的文字文件一律用 UTF-8 编码。电子表格软件另存为 CSV 时常用 GBK 或 UTF-16，须改选“CSV UTF-8”。不会替编辑者猜测编码，以免改错字。',
    en: 'Text files are UTF-8. Spreadsheet programs often save GBK or UTF-16; choose “CSV UTF-8”. Nothing is guessed, so nothing is silently changed.',
  },
  message: {
    zh: '文件不是 UTF-8 编码，看来是{encoding}。请用编辑器或电子表格软件另存为 UTF-8。',
    en: 'The file is not UTF-8; it looks like {encodingEn}. Save it again as UTF-8.',
  },
  bad: { file: 'data/regions.csv', content: new Uint8Array([0x63, 0x6f, 0x64, 0x65, 0x2c, 0xd5, 0xe3, 0x0a]), at: { line: 1, column: 1 } },
});
