/**
 * Text that a spreadsheet must not take for a formula (https://owasp.org/www-community/attacks/CSV_Injection).
 * An apostrophe is put before it, and before text that looks as if it had one already, so that taking one
 * apostrophe from each such text gives exactly what was there.
 */
const DANGEROUS = /^'*[=+\-@＝＋－＠\t\r\n]/;

/** A printed dash and a plain number are what they are: no spreadsheet runs them. */
const HARMLESS = /^(?:[-－—–―]+|[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?%?)$/;

export function spreadsheetSafe(text: string): string {
  return DANGEROUS.test(text) && !HARMLESS.test(text) ? `'${text}` : text;
}

/** What the text was before it was made safe. */
export function fromSpreadsheetSafe(text: string): string {
  return text.startsWith("'") && DANGEROUS.test(text) ? text.slice(1) : text;
}
