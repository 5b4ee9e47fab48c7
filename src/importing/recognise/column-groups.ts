/**
 * Lists that a table prints in columns beside each other to save paper: 科目编码 | 科目名称 | 决算数, and the same three again.
 * Read as one list they are the table that the kind declares.
 */
import type { Head } from './heads.ts';
import type { MatrixCell } from './matrix.ts';
import { isAmount } from './printed-figure.ts';

/** The head of the first list over the rows of all, one list below the other; undefined where columns do not repeat. */
export function oneBelowTheOther({ paths, depth, body }: Head): Head | undefined {
  const leaves = paths.map((path) => path.at(-1) ?? '');
  const width = widthOf(leaves);
  if (width === undefined) return undefined;
  const rows = Array.from({ length: leaves.length / width }, (_, group) =>
    body.flatMap((row) => partOf(withNames(row, width), group * width, width)),
  ).flat();
  return { paths: leaves.slice(0, width).map((label) => [label]), depth, body: rows };
}

/** The least number of columns after which the labels begin anew; each list has names and figures. */
function widthOf(labels: readonly string[]): number | undefined {
  for (let width = 2; width * 2 <= labels.length; width += 1) {
    const repeats = labels.every((label, column) => label !== '' && label === labels[column % width]);
    if (labels.length % width === 0 && repeats && /(科目|项目|编码|名称)/.test(labels[0] ?? '')) return width;
  }
  return undefined;
}

/** Where no cells are drawn, a name that reaches over lists stands in the first of them, its figure in the last. */
function withNames(row: readonly MatrixCell[], width: number): readonly MatrixCell[] {
  const moved = [...row];
  for (let from = width; from < row.length; from += width) {
    const [amount, ...others] = moved.slice(from, from + width).reverse();
    const before = moved.slice(from - width, from);
    const nameless = amount !== undefined && isAmount(amount.text) && others.every(({ text }) => text === '');
    if (!nameless || before.at(-1)?.text !== '' || !before.some(({ text }) => text !== '')) continue;
    before.slice(0, -1).forEach((cell, column) => {
      [moved[from + column], moved[from - width + column]] = [cell, others[0] as MatrixCell];
    });
  }
  return moved;
}

/** What a row prints in one list. A name that reaches over from the list before is the name here too, where its figure stands here. */
function partOf(row: readonly MatrixCell[], from: number, width: number): (readonly MatrixCell[])[] {
  const cells = row.slice(from, from + width);
  const last = cells.at(-1);
  if (!last || cells.every(({ text }) => text === '')) return [];
  const reachesOn = row[from + width]?.piece === last.piece && last.text !== '' && !isAmount(last.text);
  if (reachesOn || (cells.every(({ piece }) => piece === last.piece) && !isAmount(last.text))) return [];
  const whole = cells.map((cell, column) => (column === 0 && !cell.begins && cell.text !== '' ? { ...cell, begins: true } : cell));
  return whole.some(({ begins, text }) => begins && text !== '') ? [whole] : [];
}
