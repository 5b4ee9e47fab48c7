/**
 * Words of the published documents on a page in another language, marked with their own: a screen reader then speaks
 * them rightly, and a browser sets them in the right face. Told by script, since they stand anywhere in a sentence.
 */

/** What may hold no markup of its own, an element with no attribute but its class and no content but text, a tag, or text. */
const PART =
  /<(script|style|title|option|textarea|svg)\b[\s\S]*?<\/\1>|<(span|a|b)((?: (?:class|href)="[^"]*")*)>([^<]+)<\/\2>|<(?:"[^"]*"|'[^']*'|[^>"'])*>|[^<]+/g;
/** A run of Han characters with the digits, signs and spaces between them. A point between words belongs to both scripts. */
const HAN = /(?!·)\p{scx=Han}(?:[\p{scx=Han}\p{N}\p{P}\s]*(?!·)\p{scx=Han})?/gu;
const WRITTEN_IN_HAN = /^(zh|ja)\b/;

/** Whether words of one language stand out by their script on a page of another. */
export function standsOut(content: string, page: string): boolean {
  return WRITTEN_IN_HAN.test(content) && !WRITTEN_IN_HAN.test(page);
}

/** `html` is of a page's body. */
export function markForeignWords(html: string, language: string): string {
  const marked = (text: string): string => text.replace(HAN, (run) => `<span lang="${language}">${run}</span>`);
  return html.replace(PART, (part, _, name?: string, attributes = '', content = '') => {
    if (!part.startsWith('<')) return marked(part);
    if (name === undefined) return part;
    // An element whose whole content they are says so itself.
    const inside = marked(content);
    return inside === `<span lang="${language}">${content}</span>`
      ? `<${name}${attributes} lang="${language}">${content}</${name}>`
      : `<${name}${attributes}>${inside}</${name}>`;
  });
}
