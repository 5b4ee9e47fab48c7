/** Names of functions, sources and units as they are compared. */
import { plainLabel } from '../../reading/labels.ts';

/** Without numbering, brackets' form, and the words 类, 款, 项 that a text adds. */
export function plainName(name: string): string {
  return plainLabel(name)
    .replace(/^(?:[（][一二三四五六七八九十\d]{1,3}[）]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．](?!\d))/, '')
    .replace(/^其中[：]/, '')
    .replace(/[“”]/g, '');
}
