/** Tables without ruling: lines whose pieces stand under one another in columns. */
import type { Line } from './lines.ts';
import type { PageTable } from './page-layout.ts';

export function alignedTables(lines: readonly Line[], _ruled: readonly PageTable[]): { tables: PageTable[]; rest: Line[] } {
  return { tables: [], rest: [...lines] };
}
