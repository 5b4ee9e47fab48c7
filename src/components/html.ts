/**
 * Text into HTML, for the few places that print thousands of elements a page: there a string is built, where a
 * component for each element would take most of the time of a build.
 */

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', "'": '&#39;', '"': '&quot;' };

/** For text and for attributes in double quotes. */
export function escapeHtml(text: string): string {
  return /[&<>'"]/.test(text) ? text.replace(/[&<>'"]/g, (character) => ESCAPED[character] ?? character) : text;
}

/** ` name="value"`; nothing where there is no value. */
export function attribute(name: string, value: string | undefined): string {
  return value === undefined || value === '' ? '' : ` ${name}="${escapeHtml(value)}"`;
}

/** Those of the names that are there, as the value of `class`. */
export function classes(...names: readonly (string | false)[]): string {
  return names.filter((name) => name !== false).join(' ');
}
