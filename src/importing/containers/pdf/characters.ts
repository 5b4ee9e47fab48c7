/** What the glyphs of a PDF stand for, as people write it. */

/** Stands in the text for a glyph that the file gives no character for. */
export const UNREADABLE = '\uFFFD';

/** Characters as written: no controls, no private use, and no Kangxi radicals where the character is meant. */
export function charactersOf(unicode: string): string {
  return unicode
    .replace(/[\u2E80-\u2FDF\uF900-\uFAFF]/g, (character) => RADICALS.get(character) ?? character.normalize('NFKC'))
    .replace(/[戶㬵]/g, (character) => ONE_GLYPH.get(character) ?? character)
    .replace(/[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g, ' ')
    .replace(/[\u200B-\u200F\u2028-\u202E\u2060\uFEFF\u00AD]/g, '')
    .replace(/[\uE000-\uF8FF\u{F0000}-\u{10FFFF}]|\p{Cc}/gu, UNREADABLE);
}

/**
 * Noto and Source Han draw these with the glyph of the simplified character, and their PDFs name the other one; found by
 * printing all of GB 2312 and reading it back.
 */
const ONE_GLYPH: ReadonlyMap<string, string> = new Map([
  ['戶', '户'],
  ['㬵', '胶'],
]);

/** CJK Radicals Supplement (U+2E80): the simplified forms that fonts share with the character itself. */
const RADICALS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '⺁': '厂',
    '⺟': '母',
    '⺠': '民',
    '⻁': '虎',
    '⻄': '西',
    '⻅': '见',
    '⻆': '角',
    '⻉': '贝',
    '⻋': '车',
    '⻑': '長',
    '⻒': '镸',
    '⻓': '长',
    '⻔': '门',
    '⻗': '雨',
    '⻘': '青',
    '⻙': '韦',
    '⻚': '页',
    '⻛': '风',
    '⻜': '飞',
    '⻝': '食',
    '⻟': '飠',
    '⻢': '马',
    '⻣': '骨',
    '⻤': '鬼',
    '⻥': '鱼',
    '⻦': '鸟',
    '⻨': '麦',
    '⻩': '黄',
    '⻬': '齐',
    '⻮': '齿',
    '⻰': '龙',
    '⻳': '龟',
    '⺈': '刀',
    '⺋': '㔾',
    '⺌': '小',
    '⺎': '兀',
    '⺏': '尣',
    '⺓': '幺',
    '⺝': '月',
    '⺡': '氵',
    '⺣': '灬',
    '⺤': '爫',
    '⺥': '爫',
    '⺩': '王',
    '⺪': '疋',
    '⺫': '罒',
    '⺬': '示',
    '⺭': '礻',
    '⺮': '竹',
    '⺯': '糸',
    '⺰': '纟',
    '⺱': '罓',
    '⺲': '罒',
    '⺳': '网',
    '⺶': '羊',
    '⺷': '羊',
    '⺸': '羊',
    '⺹': '老',
    '⺻': '聿',
    '⺼': '肉',
    '⻀': '艹',
    '⻂': '衤',
    '⻃': '覀',
    '⻈': '讠',
    '⻌': '辶',
    '⻍': '辶',
    '⻎': '辶',
    '⻏': '阝',
    '⻐': '钅',
    '⻖': '阝',
    '⻠': '饣',
    '⻡': '首',
    '⻧': '卤',
    '⻪': '黾',
    '⻫': '斉',
    '⻭': '歯',
    '⻯': '竜',
    '⻱': '亀',
    '⺒': '巳',
    '⺉': '刂',
    '⺅': '亻',
    '⺾': '艹',
    '⺐': '尢',
    '⺘': '扌',
    '⺨': '犭',
    '⺖': '忄',
    '⺦': '丬',
    '⺕': '彐',
    '⺙': '攵',
    '⺺': '肀',
  }),
);
