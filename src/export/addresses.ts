/** Addresses of the site: absolute where the archive says where it stands, else from the site's root. */
import { anchorOf } from '../domain/cell-reference.ts';
import type { ArchiveFacts } from '../domain/declarations.ts';

/** `path` begins with a slash. */
export function addressOf({ baseUrl }: Pick<ArchiveFacts, 'baseUrl'>, path: string): string {
  return baseUrl === undefined ? path : `${baseUrl.replace(/\/$/, '')}${path}`;
}

export const unitPath = (unit: string): string => `/units/${unit}/`;

export const disclosurePath = ({ unit, id }: { readonly unit: string; readonly id: string }): string => `/units/${unit}/${id}/`;

/** `cell` is a reference within the disclosure, which is its anchor on the page. */
export const cellPath = (disclosure: { readonly unit: string; readonly id: string }, cell: string): string =>
  `${disclosurePath(disclosure)}#${anchorOf(cell)}`;
