/** A draft held against the described document that it was made from, figure by figure. */
import type { DraftTable } from '../importing/recognise/draft-table.ts';
import { printedFigure } from '../importing/recognise/printed-figure.ts';
import { plainLabel } from '../reading/labels.ts';
import { type MadeDocument, type TrueFigure, trueFigures } from './made-documents.ts';

export interface FigureAgreement {
  readonly right: number;
  /** Another figure stands there. */
  readonly wrong: readonly string[];
  /** No row and column of the draft are those of the figure. */
  readonly missing: readonly string[];
}

export function figureAgreement(document: MadeDocument, drafted: readonly DraftTable[]): FigureAgreement {
  const wrong: string[] = [];
  const missing: string[] = [];
  let right = 0;
  const tables = document.pages.flatMap(({ blocks }) => blocks.flatMap((block) => (typeof block === 'string' ? [] : [block])));
  const left = new Set(drafted);
  for (const table of tables) {
    const truths = trueFigures(table);
    const scored = [...left].map((draft) => ({ draft, answers: truths.map((truth) => answerOf(truth, draft)) }));
    const count = (answers: readonly string[]): number => answers.filter((answer) => answer === 'right').length;
    const best = scored.sort((a, b) => count(b.answers) - count(a.answers))[0];
    if (best && count(best.answers) > 0) left.delete(best.draft);
    truths.forEach((truth, index) => {
      const answer = best?.answers[index] ?? 'missing';
      const said = `${truth.path.join('/')} · ${truth.codes} ${truth.name}: ${truth.text}`;
      if (answer === 'right') right += 1;
      else if (answer === 'missing') missing.push(said);
      else wrong.push(`${said} (${answer})`);
    });
  }
  return { right, wrong, missing };
}

/** `right`, `missing`, or what stands there instead. */
function answerOf(truth: TrueFigure, { columns, rows }: DraftTable): string {
  const rowsOf = rows.filter((row) => {
    const texts = row.map(({ text }) => plainLabel(text));
    const direction = columns.findIndex(({ column }) => column?.role === 'direction');
    const side = texts[direction];
    const top = plainLabel(truth.path[0] ?? '');
    if (side !== undefined && /收入|支出/.test(top) && !top.includes(side)) return false;
    const joined = texts.join('');
    return texts.includes(plainLabel(truth.name)) || truth.name === '' ? joined.includes(truth.codes) : false;
  });
  const path = truth.path.map(plainLabel);
  const exact = columns.flatMap(({ label, printed }, at) =>
    [label, printed ?? label].some((each) => plainLabel(each).replaceAll('/', '') === path.join('')) ? [at] : [],
  );
  const leaf = columns.flatMap(({ label, printed }, at) =>
    [label, printed ?? label].some((each) => plainLabel(each.split('/').at(-1) ?? '') === path.at(-1)) ? [at] : [],
  );
  const at = exact.length > 0 ? exact : leaf;
  const wanted = printedFigure(truth.text) ?? truth.text;
  const there = rowsOf.flatMap((row) => at.map((column) => row[column]?.text ?? ''));
  if (there.includes(wanted)) return 'right';
  const other = there.find((text) => text !== '');
  return other ?? 'missing';
}
