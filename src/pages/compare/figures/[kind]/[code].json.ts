/** The figures of one measure or code, which the browser loads when they are chosen. One address for all languages. */
import type { APIContext } from 'astro';
import { currentArchive } from '../../../../archive/current.ts';
import { formatSubject } from '../../../../comparison/figure.ts';
import { idParts } from '../../../../views/subject-names.ts';
import { subjectIds, subjectOf } from '../../../../views/subjects.ts';

export function getStaticPaths() {
  return subjectIds(currentArchive()).map((id) => {
    const [kind, code] = idParts(id);
    return { params: { kind, code } };
  });
}

export function GET({ params: { kind, code } }: APIContext): Response {
  return new Response(formatSubject(subjectOf(currentArchive(), `${kind}/${code}`)), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}
