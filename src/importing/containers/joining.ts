/** Putting together what a layout broke: pieces of a line, lines of a cell or of a paragraph. */

/** Written without spaces between words: Han characters and their punctuation, full-width forms. */
const CLOSE_SET = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’…—·℃％①-⑳]/u;
const FIGURE = /^[-－−+]?\d{1,3}(,\d{3})*(\.\d+)?%?$|^[-－−+]?\d+(\.\d+)?%?$/;
/** How a new item of a list begins. */
const ITEM =
  /^([（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[一二三四五六七八九十]+是|第[一二三四五六七八九十\d]+[章节条部]|[●■◆▪•·○□☑√*－-]\s?)(?!\d)/;

export function isCloseSet(character: string | undefined): boolean {
  return character !== undefined && CLOSE_SET.test(character);
}

/** Whether a text is one figure as tables print them, or the dash that stands for none. */
export function isFigure(text: string): boolean {
  return FIGURE.test(text) || /^[-—–－]+$/.test(text);
}

/** Whether a text begins a new item of a list: `一、`, `（二）`, `3.`, `第四条`. */
export function beginsItem(text: string): boolean {
  return ITEM.test(text);
}

/**
 * Joins a line to the one that it continues. Han text closes up; a figure that the edge of its cell cut in two
 * (`164,978,64` and `0`) closes up too, but two whole figures never do.
 */
export function joinLines(before: string, after: string): string {
  if (before === '' || after === '') return before + after;
  const last = [...before].at(-1);
  const first = [...after][0];
  if (isCloseSet(last) || isCloseSet(first)) return before + after;
  const tail = /[\d,.%+－−-]+$/.exec(before)?.[0] ?? '';
  const head = /^[\d,.%]+/.exec(after)?.[0] ?? '';
  if (tail !== '' && head !== '' && !FIGURE.test(tail) && FIGURE.test(tail + head)) return before + after;
  if (last === '-' && /^[a-z]/.test(after)) return before + after;
  return `${before} ${after}`;
}

/** One space for any run of blanks, none at the ends. */
export function tidy(text: string): string {
  return text.replace(/[ \t\u00A0\u3000]+/g, ' ').trim();
}

/**
 * The lines of a cell that its author or its width broke. A broken name closes up; a sentence that ended, an item of a
 * list and a second figure begin a line of their own.
 */
export function joinCellLines(lines: readonly string[]): string {
  let text = '';
  for (const line of lines.map(tidy).filter((part) => part !== '')) {
    const last = text.split('\n').at(-1) ?? '';
    const apart = /[。；;！？]$/.test(last) || beginsItem(line) || (FIGURE.test(last) && FIGURE.test(line));
    text = text === '' ? line : apart ? `${text}\n${line}` : joinLines(text, line);
  }
  return text;
}
