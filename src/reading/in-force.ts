/** Which version of a classification a disclosure uses: as it says itself, else as its profile says. */
import type { Classification, Profile } from '../domain/declarations.ts';

interface Says {
  readonly profile?: string | undefined;
  readonly classifications: Readonly<Record<string, string>>;
}

export function versionInForce(
  { profile, classifications: own }: Says,
  name: string | undefined,
  { profiles }: { readonly profiles: ReadonlyMap<string, Profile> },
): string | undefined {
  const said = profiles.get(profile ?? '')?.classifications ?? {};
  const [version] = [own, said].flatMap((versions) => (name !== undefined && Object.hasOwn(versions, name) ? [versions[name]] : []));
  return version;
}

export function classificationInForce(
  says: Says,
  name: string | undefined,
  archive: { readonly profiles: ReadonlyMap<string, Profile>; readonly classifications: ReadonlyMap<string, Classification> },
): Classification | undefined {
  const version = versionInForce(says, name, archive);
  return version === undefined ? undefined : archive.classifications.get(`${name}/${version}`);
}
