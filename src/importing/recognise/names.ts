/** Names of functions, sources and units as they are compared. */
import type { Classification, ClassificationCode } from '../../domain/declarations.ts';
import { plainLabel } from '../../reading/labels.ts';

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
  const inClass = (inSection.length > 0 ? inSection : named).filter(
    ({ code }) => isNamed(byCode.get(code.slice(0, 3)), first) || inSection.length === 1,
  );
  return inClass.length === 1 ? inClass[0] : inClass.length === 0 && named.length === 1 ? named[0] : undefined;
}

function codesOf(classifications: readonly Classification[]): ClassificationCode[] {
  return classifications.filter(({ name }) => name === 'functional').flatMap(({ codes }) => [...codes.values()]);
}

function isNamed(code: ClassificationCode | undefined, name: string): boolean {
  return code !== undefined && namesOf(code).includes(name);
}

function namesOf({ label, variants }: ClassificationCode): string[] {
  return [label, ...variants].map(plainName);
}
