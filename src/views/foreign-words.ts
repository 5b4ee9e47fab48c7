/**
 * Words of the published documents on a page in another language, marked with their own: a screen reader then speaks
 * them rightly, and a browser sets them in the right face. Told by script, since they stand anywhere in a sentence.
 */

/** What may hold no markup of its own, a tag, or text. */
const PART = /<(script|style|title|option|textarea|svg)\b[\s\S]*?<\/\1>|<(?:"[^"]*"|'[^']*'|[^>"'])*>|[^<]+/g;
/** A run of Han characters with the digits, signs and spaces between them. */
const HAN = /\p{scx=Han}(?:[\p{scx=Han}\p{N}\p{P}\s]*\p{scx=Han})?/gu;
const WRITTEN_IN_HAN = /^(zh|ja)\b/;

/** Whether words of one language stand out by their script on a page of another. */
export function standsOut(content: string, page: string): boolean {
  return WRITTEN_IN_HAN.test(content) && !WRITTEN_IN_HAN.test(page);
}

export function markForeignWords(html: string, language: string): string {
  const body = html.indexOf('<body');
  return (
    html.slice(0, body) +
    html
      .slice(body)
      .replace(PART, (part) => (part.startsWith('<') ? part : part.replace(HAN, (run) => `<span lang="${language}">${run}</span>`)))
  );
}
