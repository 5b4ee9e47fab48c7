/** Names of functions, sources and units as they are compared. */
import type { Classification, ClassificationCode } from '../../domain/declarations.ts';
import { plainLabel } from '../../reading/labels.ts';
import { likeness } from './titles.ts';

/** Without numbering, brackets' form, and the words 类, 款, 项 that a text adds. */
export function plainName(name: string): string {
  return plainLabel(name)
    .replace(/^(?:[（][一二三四五六七八九十\d]{1,3}[）]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．](?!\d))/, '')
    .replace(/^其中[：]/, '')
    .replace(/[“”]/g, '');
}

/** A class (three digits) by the name that a text gives it: 公共安全支出, 公共安全（类）支出, 公共安全. */
export function findClass(name: string, classifications: readonly Classification[]): ClassificationCode | undefined {
  const wanted = plainName(name)
    .replace(/（类）/g, '')
    .replace(/的?支出$/, '');
  if (wanted.length < 2) return undefined;
  return codesOf(classifications).find(
    (code) => code.code.length === 3 && namesOf(code).some((each) => each.replace(/的?支出$/, '') === wanted),
  );
}

/** An item (seven digits) by the names of its class, section and itself; its own name and section decide, since classes are misprinted. */
export function findItem(
  names: readonly [string, string, string],
  classifications: readonly Classification[],
): ClassificationCode | undefined {
  const [first, section, item] = names.map((name) => plainName(name).replace(/^[“”"]+/, '')) as [string, string, string];
  const codes = codesOf(classifications);
  const byCode = new Map(codes.map((code) => [code.code, code]));
  const named = codes.filter((code) => code.code.length === 7 && namesOf(code).includes(item));
  const inSection = named.filter(({ code }) => isNamed(byCode.get(code.slice(0, 5)), section));
  if (inSection.length === 1) return inSection[0];
  // 行政运行 and the like are in every section: without its section a name says only then which it is, when the section is misprinted.
  const possible =
    inSection.length > 0 ? inSection : named.filter(({ code }) => isNearly(byCode.get(code.slice(0, 5)), section) || section === item);
  const inClass = possible.filter(({ code }) => isNamed(byCode.get(code.slice(0, 3)), first));
  return inClass.length === 1 ? inClass[0] : inClass.length === 0 && possible.length === 1 ? possible[0] : undefined;
}

function codesOf(classifications: readonly Classification[]): ClassificationCode[] {
  return classifications.filter(({ name }) => name === 'functional').flatMap(({ codes }) => [...codes.values()]);
}

const MISPRINTED = 0.6;

function isNearly(code: ClassificationCode | undefined, name: string): boolean {
  return code !== undefined && namesOf(code).some((each) => likeness(each, name) >= MISPRINTED);
}

function isNamed(code: ClassificationCode | undefined, name: string): boolean {
  return code !== undefined && namesOf(code).includes(name);
}

function namesOf({ label, variants }: ClassificationCode): string[] {
  return [label, ...variants].map(plainName);
}
