/** Tables that print 收入 and 支出 beside each other: which columns belong to which side. */
import type { Direction } from '../../domain/declarations.ts';
import type { PrintedColumn } from './match-columns.ts';

export interface Side {
  readonly direction: Direction;
  readonly name: PrintedColumn;
  readonly amounts: readonly PrintedColumn[];
}

const NAME = /(项目|科目|名称|收入|支出|功能|来源|用途|分类)/;

/** Two sides or more, left to right; undefined where a table is an ordinary one. */
export function sidesOf(columns: readonly PrintedColumn[]): readonly Side[] | undefined {
  const starts = columns.flatMap((column, index) =>
    isName(column) && columns[index + 1] && !isName(columns[index + 1] as PrintedColumn) ? [index] : [],
  );
  const [first = -1] = starts;
  if (starts.length < 2 || first > 1) return undefined;
  const sides = starts.map((start, index): Omit<Side, 'direction'> & { said: Direction | undefined } => {
    const end = starts[index + 1] ?? columns.length;
    const group = columns.slice(start, end);
    const amounts = group.slice(1).filter(({ filling, path }) => filling !== 'words' && !/行次$|序号|编码/.test(path.join('')));
    return { name: columns[start] as PrintedColumn, amounts, said: directionOf(group) };
  });
  if (sides.some(({ amounts }) => amounts.length === 0)) return undefined;
  const directions = sides.map(({ said }, index): Direction => said ?? (index === 0 ? 'revenue' : 'expenditure'));
  if (!directions.includes('revenue') || !directions.includes('expenditure')) return undefined;
  return sides.map(({ name, amounts }, index) => ({ name, amounts, direction: directions[index] as Direction }));
}

function isName({ path, filling }: PrintedColumn): boolean {
  const label = path.at(-1) ?? '';
  return (filling === 'words' || filling === 'nothing') && NAME.test(label) && !/(预算|决算|执行)数$|金额|合计$|小计$/.test(label);
}

/** By what its columns stand under; by the most of them, where an unruled head leaves its borders open. */
function directionOf(group: readonly PrintedColumn[]): Direction | undefined {
  const said = (word: string): number =>
    group.filter(({ path }, index) => (index === 0 ? path.join('') : (path[0] ?? '')).includes(word)).length;
  const [revenue, expenditure] = [said('收入'), said('支出')];
  return revenue === expenditure ? undefined : revenue > expenditure ? 'revenue' : 'expenditure';
}
