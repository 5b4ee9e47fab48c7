/** 收入 and 支出 on one line of a text without cells: name, figures, name, figures, with any of them left out. */
import type { TableKind } from '../../domain/declarations.ts';
import { plainLabel } from '../../reading/labels.ts';
import type { Doubt } from './draft-table.ts';
import { NOTHING, type Piece, plainText } from './piece.ts';
import { type Evidence, placements } from './place-figures.ts';
import { isFigure } from './printed-figure.ts';

export interface LooseSides {
  readonly head: readonly (readonly string[])[];
  readonly rows: readonly (readonly Piece[])[];
  readonly doubts: readonly Doubt[];
  /** Numbers that only count the lines (行次). */
  readonly lineNumbers: readonly Piece[];
}

interface Segment {
  readonly name: Piece | undefined;
  readonly figures: Piece[];
}

/** Undefined where a line has more figures than the kind has columns. `counted` where the head has 行次. */
export function looseSides(
  lines: readonly (readonly Piece[])[],
  kind: TableKind,
  evidence: Evidence,
  counted: boolean,
): LooseSides | undefined {
  const amounts = kind.columns.filter(({ role }) => role === 'amount');
  const [first, ...others] = amounts;
  if (!first || lines.length === 0) return undefined;
  const right = others.length > 0 ? others : [first];
  const revenue = new Set(kind.rows.filter(({ direction }) => direction === 'revenue').flatMap(({ labels }) => labels.map(plainLabel)));
  const lineNumbers: Piece[] = [];
  const doubts: Doubt[] = [];
  const rows: Piece[][] = [];
  const blank = (): Piece[] => Array.from({ length: 3 + right.length }, () => NOTHING);
  for (const chunks of lines) {
    const kept = chunks.filter(({ text }) => !(counted && /^[1-9]\d{0,2}$/.test(text.trim())));
    lineNumbers.push(...chunks.filter((chunk) => !kept.includes(chunk)));
    const segments = segmentsOf(kept);
    const row = blank();
    const more: Piece[][] = [];
    for (const [index, { name, figures }] of segments.entries()) {
      if (!name) return undefined;
      const left = index === 0 && (segments.length > 1 || revenue.has(plainLabel(name.text)));
      if (left) {
        if (figures.length > 1) return undefined;
        row[0] = name;
        row[1] = figures[0] ?? NOTHING;
        continue;
      }
      const [way, ...otherWays] = placements(
        figures.map(({ text }) => text.trim()),
        right,
        kind,
        evidence,
      );
      if (!way && figures.length > 0) return undefined;
      if (otherWays.length > 0) {
        const text = `“${plainText(name.text)}”一行的 ${figures.length} 个数有 ${otherWays.length + 1} 种放法，取了最靠左的一种，请对照原件`;
        doubts.push({ text, place: figures[0]?.place ?? {} });
      }
      // A third list beside the two is more of the second.
      const target = row[2] === NOTHING ? row : blank();
      target[2] = name;
      figures.forEach((figure, at) => {
        target[3 + (way?.[at] ?? at)] = figure;
      });
      if (target !== row) more.push(target);
    }
    if (segments.length > 0) rows.push(row, ...more);
  }
  const label = first.labels[0] ?? '';
  return {
    head: [
      ['收入', '收入', '支出', ...right.map(() => '支出')],
      ['项目', label, '项目', ...right.map(({ labels }) => labels[0] ?? '')],
    ],
    rows,
    doubts,
    lineNumbers,
  };
}

function segmentsOf(chunks: readonly Piece[]): Segment[] {
  const segments: Segment[] = [];
  for (const chunk of chunks) {
    if (!isFigure(chunk.text)) segments.push({ name: chunk, figures: [] });
    else if (segments.length > 0) segments.at(-1)?.figures.push(chunk);
    else segments.push({ name: undefined, figures: [chunk] });
  }
  return segments;
}
