/** Days that the archive itself knows. There is no clock: the same archive says the same on any day. */
import type { Archive, Disclosure } from '../domain/archive.ts';

/** When the document was published, else when it was taken; often neither is known. */
export function knownDay({ published, source }: Pick<Disclosure, 'published' | 'source'>): string | undefined {
  return published ?? source.taken;
}

/** The latest of them; undefined where the archive knows none. */
export function latestDay({ disclosures }: Archive): string | undefined {
  return [...disclosures.values()]
    .flatMap((each) => knownDay(each) ?? [])
    .reduce<string | undefined>((a, b) => (a && a > b ? a : b), undefined);
}
