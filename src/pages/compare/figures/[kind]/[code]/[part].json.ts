/** The figures of a measure or code that many units have, in parts, and what can be chosen of them. */
import type { APIContext } from 'astro';
import { currentArchive } from '../../../../../archive/current.ts';
import { formatSubject } from '../../../../../comparison/figure.ts';
import { formatOffer, inPart, offerOf } from '../../../../../comparison/parts.ts';
import { idParts } from '../../../../../views/subject-names.ts';
import { partedSubjects, subjectOf } from '../../../../../views/subjects.ts';

const CHOICES = 'choices';

export function getStaticPaths() {
  return [...partedSubjects(currentArchive())].flatMap(([id, parts]) => {
    const [kind, code] = idParts(id);
    return [CHOICES, ...parts].map((part) => ({ params: { kind, code, part } }));
  });
}

export function GET({ params: { kind, code, part = '' } }: APIContext): Response {
  const subject = subjectOf(currentArchive(), `${kind}/${code}`);
  const content = part === CHOICES ? formatOffer(offerOf(subject)) : formatSubject(inPart(subject, part));
  return new Response(content, { headers: { 'content-type': 'application/json; charset=utf-8' } });
}
