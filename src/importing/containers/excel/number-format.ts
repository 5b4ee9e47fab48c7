/**
 * Numbers as Excel shows them (ECMA-376 Part 1, 18.8.31): 205.7 under `0.00` is printed `205.70`, and that is the figure
 * that was published. Rounding is done on decimal digits, never on binary fractions.
 */

/** The text shown for a number; `undefined` when the format has something that is not known here. */
export function formatNumber(stored: string, format: string, from1904: boolean): string | undefined {
  const value = Number(stored);
  if (!Number.isFinite(value)) return undefined;
  const sections = sectionsOf(format);
  const { section, absolute } = choose(sections, value);
  if (section === undefined) return undefined;
  if (/^general$/i.test(section.trim()) || section === '') return section === '' && format !== '' ? '' : general(value);
  const tokens = tokensOf(section);
  if (!tokens) return undefined;
  if (tokens.some((token) => token.kind === 'date')) return formatDate(value, tokens, from1904);
  if (tokens.some((token) => token.kind === 'general'))
    return tokens.map((token) => (token.kind === 'general' ? general(absolute ? Math.abs(value) : value) : token.text)).join('');
  return formatDecimal(decimalOf(value), tokens, absolute);
}

/** 15 significant digits are what Excel keeps and shows: 205.69999999999999 is 205.7. */
interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  /** How many of the digits stand after the point; may be negative. */
  readonly scale: number;
}

function decimalOf(value: number): Decimal {
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential(14).split('e');
  const digits = mantissa.replace('.', '');
  return { negative: value < 0, digits, scale: digits.length - 1 - Number(exponent) };
}

/** The digits with exactly `places` after the point, halves away from zero. */
function rounded({ digits, scale }: Decimal, places: number): string {
  if (scale <= places) return digits + '0'.repeat(places - scale);
  const cut = scale - places;
  if (cut > digits.length) return '0';
  const kept = digits.slice(0, digits.length - cut) || '0';
  const up = (digits[digits.length - cut] ?? '0') >= '5' ? 1n : 0n;
  return (BigInt(kept) + up).toString();
}

/** Eleven characters, as a cell of General shows; whole numbers in full, since codes are kept so. */
function general(value: number): string {
  const decimal = decimalOf(value);
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  if (Math.abs(value) >= 1e15 || Math.abs(value) < 1e-9)
    return value === 0
      ? '0'
      : value
          .toExponential(5)
          .replace(/\.?0+e/, 'e')
          .replace('e', 'E')
          .replace(/E([+-])(\d)$/, 'E$10$2');
  const whole = Math.trunc(Math.abs(value)).toString().length;
  const places = Math.max(0, 10 - whole);
  const digits = rounded(decimal, places).padStart(places + 1, '0');
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  const text = digits.slice(0, digits.length - places) + (fraction === '' ? '' : `.${fraction}`);
  return (decimal.negative && /[1-9]/.test(text) ? '-' : '') + text;
}

function sectionsOf(format: string): string[] {
  const sections: string[] = [''];
  for (let at = 0; at < format.length; at++) {
    const character = format[at] as string;
    const end = character === '"' ? format.indexOf('"', at + 1) : character === '[' ? format.indexOf(']', at + 1) : -1;
    if (character === ';') sections.push('');
    else if (end > at) {
      sections[sections.length - 1] += format.slice(at, end + 1);
      at = end;
    } else if (/[\\!_*]/.test(character)) {
      sections[sections.length - 1] += format.slice(at, at + 2);
      at++;
    } else sections[sections.length - 1] += character;
  }
  return sections;
}

const CONDITION = /\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]/;

/** The section for a value, and whether it shows the value without its sign. */
function choose(sections: readonly string[], value: number): { section: string | undefined; absolute: boolean } {
  const numeric = sections.filter((section, index) => index < 3 && !(index > 0 && /^[^"]*@/.test(section)));
  const conditions = numeric.map((section) => CONDITION.exec(section));
  if (conditions.some(Boolean)) {
    const index = conditions.findIndex((condition, at) => {
      if (!condition) return at >= 1 || numeric.length === 1;
      const limit = Number(condition[2]);
      return {
        '<': value < limit,
        '>': value > limit,
        '<=': value <= limit,
        '>=': value >= limit,
        '<>': value !== limit,
        '=': value === limit,
      }[condition[1] as '<'];
    });
    // A section for negatives alone writes the sign itself.
    const negatives = conditions[index]?.[1]?.startsWith('<') && Number(conditions[index]?.[2]) <= 0;
    return { section: numeric[index], absolute: negatives === true };
  }
  const [positive, negative, zero] = numeric;
  if (value < 0 && negative !== undefined) return { section: negative, absolute: true };
  if (value === 0 && zero !== undefined) return { section: zero, absolute: true };
  return { section: positive, absolute: false };
}

interface Token {
  readonly kind: 'literal' | 'digit' | 'point' | 'comma' | 'percent' | 'exponent' | 'date' | 'general';
  readonly text: string;
}

function tokensOf(section: string): Token[] | undefined {
  const tokens: Token[] = [];
  const rest = section
    .replace(/\[(black|blue|cyan|green|magenta|red|white|yellow|color ?\d+|黑色|蓝色|青色|绿色|洋红|红色|白色|黄色|颜色 ?\d+)\]/gi, '')
    .replace(CONDITION, '');
  const lexer =
    /"([^"]*)"|[\\!](.)|_.|\*.|\[\$([^\]-]*)(?:-[^\]]*)?\]|(\[(?:h+|m+|s+)\])|(general)|(上午\/下午|am\/pm|a\/p)|([yYmMdDhHsS]+)|([0#?])|(\.)|(,)|(%)|(E[+-])|([^A-Za-z@[\]])/giy;
  for (let at = 0; at < rest.length; at = lexer.lastIndex) {
    lexer.lastIndex = at;
    const match = lexer.exec(rest);
    if (!match) return undefined;
    const [whole, quoted, escaped, currency, elapsed, all, noon, date, digit, point, comma, percent, exponent, other] = match;
    if (elapsed !== undefined) return undefined;
    if (quoted !== undefined || escaped !== undefined || currency !== undefined)
      tokens.push({ kind: 'literal', text: quoted ?? escaped ?? currency ?? '' });
    else if (all !== undefined) tokens.push({ kind: 'general', text: whole });
    else if (noon !== undefined) return undefined;
    else if (date !== undefined) tokens.push({ kind: 'date', text: date.toLowerCase() });
    else if (digit !== undefined) tokens.push({ kind: 'digit', text: digit });
    else if (point !== undefined) tokens.push({ kind: 'point', text: '.' });
    else if (comma !== undefined) tokens.push({ kind: 'comma', text: ',' });
    else if (percent !== undefined) tokens.push({ kind: 'percent', text: '%' });
    else if (exponent !== undefined) tokens.push({ kind: 'exponent', text: exponent });
    else if (other === '/' && !tokens.some(({ kind }) => kind === 'date')) return undefined;
    else if (other !== undefined) tokens.push({ kind: 'literal', text: other });
  }
  return tokens;
}

function formatDecimal(value: Decimal, tokens: readonly Token[], absolute: boolean): string | undefined {
  if (tokens.some(({ kind }) => kind === 'exponent')) return undefined;
  const digits = tokens.flatMap((token, index) => (token.kind === 'digit' ? [index] : []));
  const first = digits[0];
  const last = digits.at(-1);
  // Nothing but words: `"-"` for zero.
  if (first === undefined || last === undefined)
    return tokens
      .map(({ text }) => text)
      .join('')
      .trim();
  const pointAt = tokens.findIndex(({ kind }) => kind === 'point');
  const point = pointAt < 0 ? last + 1 : pointAt;
  const grouped = tokens.some(
    ({ kind }, index) => kind === 'comma' && index > first && index < point && digits.some((digit) => digit > index && digit < point),
  );
  // Commas behind the last digit each divide by a thousand.
  const thousands = tokens.filter(
    ({ kind }, index) =>
      kind === 'comma' && (index > last || (index > (digits.filter((digit) => digit < point).at(-1) ?? -1) && index < point)),
  ).length;
  const percents = tokens.filter(({ kind }) => kind === 'percent').length;
  const places = digits.filter((index) => index > point).length;
  const shown = rounded({ ...value, scale: value.scale + 3 * thousands - 2 * percents }, places)
    .replace(/^0+(?=\d)/, '')
    .padStart(places + 1, '0');
  const whole = shown.slice(0, shown.length - places);
  const fraction = shown.slice(shown.length - places);

  const output: string[] = [];
  const fractionDigits = digits.filter((index) => index > point);
  // Optional places at the end are left out while they are zero.
  let visible = fractionDigits.length;
  while (visible > 0 && tokens[fractionDigits[visible - 1] as number]?.text !== '0' && fraction[visible - 1] === '0') visible--;
  tokens.forEach((token, index) => {
    if (index >= first && (index < point || index === pointAt)) return;
    if (token.kind === 'digit') {
      const at = fractionDigits.indexOf(index);
      if (at >= 0 && at < visible) output.push(fraction[at] as string);
    } else if (token.kind === 'comma') return;
    else output.push(token.text);
  });
  // The whole part from its right end, words among its places kept where they stand.
  const wholeTokens = tokens.slice(first, point);
  let rest = whole === '0' && !wholeTokens.some((token) => token.kind === 'digit' && token.text === '0') ? '' : whole;
  const parts: string[] = [];
  let count = 0;
  const put = (digit: string): void => {
    if (grouped && count > 0 && count % 3 === 0) parts.unshift(',');
    parts.unshift(digit);
    count++;
  };
  const leftmost = wholeTokens.findIndex(({ kind }) => kind === 'digit');
  for (let index = wholeTokens.length - 1; index >= 0; index--) {
    const token = wholeTokens[index] as Token;
    if (token.kind === 'digit') {
      if (rest !== '') {
        put(rest.at(-1) as string);
        rest = rest.slice(0, -1);
      } else if (token.text === '0') put('0');
      if (index === leftmost)
        while (rest !== '') {
          put(rest.at(-1) as string);
          rest = rest.slice(0, -1);
        }
    } else if (token.kind !== 'comma') parts.unshift(token.text);
  }
  const before = tokens
    .slice(0, first)
    .filter(({ kind }) => kind !== 'comma')
    .map(({ text }) => text);
  const after = output.slice(before.length);
  const pointText = pointAt >= 0 ? '.' : '';
  const sign = value.negative && !absolute ? '-' : '';
  return `${sign}${before.join('')}${parts.join('')}${pointText}${after.join('')}`.trim();
}

const DAY = 86_400_000;

function formatDate(value: number, tokens: readonly Token[], from1904: boolean): string | undefined {
  if (value < 0 || value >= 2_958_466) return undefined;
  // Day 60 is the 29 February 1900 that never was.
  const days = from1904 ? value + 1462 : value < 60 ? value + 1 : value;
  const date = new Date(Date.UTC(1899, 11, 30) + Math.round((days * DAY) / 1000) * 1000);
  const pad = (number: number, length: number): string => String(number).padStart(length, '0');
  let clock = false;
  return tokens
    .map((token, index) => {
      if (token.kind !== 'date') return token.text;
      const length = token.text.length;
      const ahead = tokens.slice(index + 1).find(({ kind }) => kind === 'date');
      switch (token.text[0]) {
        case 'y':
          return length > 2 ? String(date.getUTCFullYear()) : pad(date.getUTCFullYear() % 100, 2);
        case 'm':
          if (clock || ahead?.text.startsWith('s')) return pad(date.getUTCMinutes(), length);
          if (length > 2) return `${date.getUTCMonth() + 1}`;
          return pad(date.getUTCMonth() + 1, length);
        case 'd':
          return pad(date.getUTCDate(), Math.min(length, 2));
        case 'h':
          clock = true;
          return pad(date.getUTCHours(), length);
        default:
          return pad(date.getUTCSeconds(), length);
      }
    })
    .join('')
    .trim();
}
