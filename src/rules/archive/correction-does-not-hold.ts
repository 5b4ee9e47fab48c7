import { parseCellReference, STATEMENTS } from '../../domain/cell-reference.ts';
import type { Text } from '../../domain/finding.ts';
import type { ReadArchive, ReadDisclosure } from '../../reading/read-archive.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  severity: 'error',
  title: {
    zh: '更正记录与数据对不上',
    en: 'A correction does not hold',
  },
  explanation: {
    zh: 'data/corrections.csv 记录我们录错、后来改正的数：哪一格，原来录作什么，现在是什么，哪一天改的，为什么。现在的数必须与数据一致，同一格改过几次，前后要连得上，读者才能相信这份记录。原件自己的错不在这里登记，也不改。',
    en: 'data/corrections.csv records slips of transcription that were put right: which cell, what stood there, what stands there now, when and why. The last must be what the data say, and several of one cell must follow from each other, or readers cannot rely on the record. What the document itself prints wrongly is not corrected.',
  },
  message: {
    zh: '{cell} 的更正记录不成立：{reason}。',
    en: 'The correction of {cell} does not hold: {reasonEn}.',
  },
  bad: {
    file: 'data/corrections.csv',
    content: 'cell,was,now,date,reason\nriver-town/2024-budget#expenditure.2040299.total,5.00,0.05,2024-03-01,小数点录错了位置\n',
    at: { line: 2, column: 55 },
  },
  *check({ corrections, disclosures }) {
    const documents = new Map(disclosures.map((each) => [`${each.unit}/${each.id}`, each]));
    const byCell = Map.groupBy(corrections.records, ({ values }) => values.cell);
    for (const [cell, records] of byCell) {
      if (cell === '') continue;
      for (const [index, { row, values }] of records.entries()) {
        const next = records[index + 1]?.values;
        const faults: [column: Column, reason: Required<Text> | undefined][] = [
          ['was', unchanged(values)],
          ['date', values.date === '' ? undefined : dateFault(values.date, records[index - 1]?.values.date)],
          ['now', next ? broken(values.now, next.was) : presentFault(documents, cell, values.now)],
        ];
        for (const [column, reason] of faults)
          if (reason)
            yield {
              rule: 'correction-does-not-hold',
              place: corrections.place(row, column),
              values: { cell, reason: reason.zh, reasonEn: reason.en },
              cell,
            };
      }
    }
  },
});

type Column = keyof ReadArchive['corrections']['records'][number]['values'];

function unchanged({ was, now }: { readonly was: string; readonly now: string }): Required<Text> | undefined {
  if (was !== now) return undefined;
  return { zh: `was 和 now 都是“${now}”，什么也没有改`, en: `was and now are both “${now}”: nothing was changed` };
}

function dateFault(date: string, before: string | undefined): Required<Text> | undefined {
  const day = new Date(`${date}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || Number.isNaN(day.getTime()) || !day.toISOString().startsWith(date))
    return { zh: `“${date}”不是日期，应写作 2024-02-13`, en: `“${date}” is no date; write it as 2024-02-13` };
  if (before === undefined || before <= date) return undefined;
  return {
    zh: `${date} 早于上一次更正的 ${before}，请按先后排列`,
    en: `${date} is before the correction above it, of ${before}; put them in order`,
  };
}

function broken(now: string, was: string): Required<Text> | undefined {
  if (now === was) return undefined;
  return { zh: `改成了“${now}”，下一次更正却从“${was}”改起`, en: `it became “${now}”, yet the next correction begins from “${was}”` };
}

function presentFault(documents: ReadonlyMap<string, ReadDisclosure>, cell: string, now: string): Required<Text> | undefined {
  const [key = '', reference = ''] = cell.split('#');
  const disclosure = documents.get(key);
  if (!disclosure || reference === '')
    return { zh: '没有这份文件；写法是“单位/文件#表.行.栏”', en: 'there is no such document; write it as unit/document#table.row.column' };
  const present = presentText(disclosure, reference);
  if (present === 'unread' || present?.text === now) return undefined;
  if (!present) return { zh: '没有这一格', en: 'there is no such cell' };
  return { zh: `now 写“${now}”，数据里是“${present.text}”`, en: `now is “${now}”, the data have “${present.text}”` };
}

/** Of what could not be read nothing is said: that has its own finding. */
function presentText(disclosure: ReadDisclosure, reference: string): { readonly text: string } | 'unread' | undefined {
  const parsed = parseCellReference(reference);
  if (parsed?.table === STATEMENTS) {
    const statement = disclosure.statements.find(({ id }) => id === parsed.row);
    if (!statement) return disclosure.lacksStatements || disclosure.unreadStatements.has(parsed.row) ? 'unread' : undefined;
    return { text: statement.raw.trim() };
  }
  const table = disclosure.tables.find(({ id }) => id === parsed?.table);
  const cell = table?.rows.find(({ key }) => key === parsed?.row)?.cells.get(parsed?.column ?? '');
  if (cell) return { text: cell.raw.trim() };
  return table?.lacksRows || table?.lacksColumns ? 'unread' : undefined;
}
