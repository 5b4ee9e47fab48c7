/** Figures of a document that other documents, or other places of it, state too. */
import type { Disclosure, Fact, Observation } from '../domain/archive.ts';
import { amount } from './amount.ts';
import type { Edition } from './edition.ts';
import { documentName, yearLabel } from './names.ts';
import type { OtherClaims } from './page.ts';
import { cellHref, claimsOfUnit } from './select.ts';
import { cellInWords, placeInWords } from './verdict.ts';

export function otherClaims(edition: Edition, disclosure: Disclosure): OtherClaims[] {
  const stated = claimsOfUnit(edition.archive, disclosure.unit).flatMap(({ best, others, verdict }) => {
    const claims = [best, ...others];
    return claims.filter((claim) => claim.disclosure === disclosure.id).map((own) => ({ own, claims, verdict }));
  });
  if (stated.length === 0) return [];
  const places = placesOf(disclosure);
  return stated
    .sort((a, b) => (places.get(a.own.cell) ?? 0) - (places.get(b.own.cell) ?? 0))
    .map(({ own, claims, verdict }) => claimsBeside(edition, disclosure, own, { claims, verdict: verdict ?? 'ok' }));
}

function claimsBeside(
  edition: Edition,
  disclosure: Disclosure,
  own: Observation,
  { claims, verdict }: { readonly claims: readonly Observation[]; readonly verdict: NonNullable<Fact['verdict']> },
): OtherClaims {
  return {
    cell: { href: `#${encodeURI(own.cell)}`, text: cellInWords(edition, disclosure, own.cell) },
    text: amount(edition, own),
    verdict,
    others: claims
      .filter((claim) => claim !== own)
      .map((claim) => ({
        text: amount(edition, claim),
        href: cellHref(edition, claim),
        source: claimSource(edition, claim),
        basis: [
          edition.language.yearAndStage(yearLabel(edition, claim.year), claim.stage),
          ...(claim.basis ? [edition.language.chart.basis(claim.basis)] : []),
        ].join(edition.language.sentences.listed),
        origin: claim.origin,
      })),
  };
}

/** "2016 年预算 · 一般公共预算支出表" */
export function claimSource(edition: Edition, { unit, disclosure, cell }: Observation): string {
  const source = edition.archive.disclosures.get(`${unit}/${disclosure}`);
  return source ? `${documentName(edition, source)} · ${placeInWords(edition, source, cell)}` : disclosure;
}

/** Where each figure stands in the document: tables, then text. */
function placesOf({ tables, statements }: Disclosure): ReadonlyMap<string, number> {
  const cells = tables.flatMap((table) =>
    table.rows.flatMap((row) => table.columns.map(({ kind }) => `${table.id}.${row.key}.${kind.id}`)),
  );
  return new Map([...cells, ...statements.map(({ id }) => `statements.${id}`)].map((cell, place) => [cell, place]));
}
