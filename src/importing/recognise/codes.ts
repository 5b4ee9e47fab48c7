/** Codes as they are printed, in one cell or in parts, with zeros that spreadsheets lost. */
import type { Classification } from '../../domain/declarations.ts';
import { plainName } from './names.ts';

export interface ReadCode {
  readonly code: string;
  /** Something that is printed otherwise, or not at all, was put in. */
  readonly guess?: string;
}

/**
 * 201, 05, 7 → 2010507. A part that lost its zero gets it back where the name is that of the code so made;
 * where no classification knows the name, the zero is put in all the same and said to be a guess.
 */
export function readCode(parts: readonly string[], name: string, classifications: readonly Classification[]): ReadCode | undefined {
  const printed = parts.map((part) => part.replace(/[\s\u3000]+/g, '')).filter((part) => part !== '');
  if (printed.length === 0 || !printed.every((part) => /^\d+$/.test(part))) return undefined;
  const whole = printed.join('');
  const [first = '', ...rest] = printed;
  const short = rest.some((part) => part.length === 1);
  if (!short) return { code: whole };
  const code = [first, ...rest.map((part) => part.padStart(2, '0'))].join('');
  const confirmed = classifications.some(({ codes }) => {
    const known = codes.get(code);
    return known !== undefined && [known.label, ...known.variants].some((label) => plainName(label) === plainName(name));
  });
  const what = `编码印作“${printed.join(' ')}”，少了零，补成 ${code}`;
  return { code, guess: confirmed ? `${what}；名称与分类表相符` : `${what}；分类表里没有这个名称，请对照原件` };
}

/** `201一般公共服务支出`, `[2010507]专项普查活动`, `20105-统计信息事务`: code and name in one cell. */
export function codeBeforeName(text: string): { code: string; name: string; length: number } | undefined {
  const match = /^[[【(（]?\s*(\d{3}(?:\d\d){0,2})\s*[\]】)）]?\s*[-－—:：]?\s*(?=\p{Script=Han})/u.exec(text);
  return match ? { code: match[1] ?? '', name: text.slice(match[0].length), length: match[0].length } : undefined;
}
