/** A place in a published file, as a person says it. */
import type { Place } from '../source-document.ts';

export function placeInWords({ page, sheet, line, cell, table }: Place): string {
  const parts = [
    ...(page === undefined ? [] : [`第 ${page} 页`]),
    ...(sheet === undefined ? [] : [`工作表“${sheet}”`]),
    ...(table === undefined ? [] : [`第 ${table} 张表`]),
    ...(cell === undefined ? [] : [cell]),
    ...(line === undefined ? [] : [`第 ${line} 行`]),
  ];
  return parts.join('，') || '（位置不详）';
}
