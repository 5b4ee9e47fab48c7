import { PROJECTS } from '../example-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '有转换编码时丢失的字符',
    en: 'A character was lost in conversion',
  },
  explanation: {
    zh: '“�”表示转换编码时原来的字符已经丢失，从这个文件里找不回来，要从原来的文件重新转换。',
    en: 'The sign � stands where a conversion lost the original character. It cannot be recovered from this file.',
  },
  message: {
    zh: '这里有转换编码时丢失的字符（�）。请从原来的文件重新转换成 UTF-8，或照原件补上。',
    en: 'A character was lost in conversion here (�). Convert the original file to UTF-8 again, or type the character as printed.',
  },
  bad: { file: PROJECTS, replace: ['路灯维修', '路灯�修'], at: { line: 4, column: 3 } },
});
