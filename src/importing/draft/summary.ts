/** What an import says in the terminal: what is sure, what is not, what to do next. */
import type { Draft } from './draft.ts';
import { placeInWords } from './places.ts';

const VERDICTS: readonly (readonly [string, string])[] = [
  ['ok', '相符'],
  ['rounding', '四舍五入差'],
  ['fail', '不符'],
  ['undefined', '没有答案'],
  ['not-checkable', '无从核对'],
];
const MOST = 8;

export function summaryLines(draft: Draft, reportFile: string, written: boolean): string[] {
  const { recognised, statements, accounting, findings, checks, personal, notices } = draft;
  const { tables, missing, profile } = recognised;
  const lines = [
    `${recognised.title}${recognised.titleGuessed ? '（标题是推断的，请核对）' : ''}`,
    `编制规范：${profile ? `${profile.title.zh}（${profile.id}）` : '没有合适的，按表的种类逐张认'}`,
    '',
  ];
  for (const table of tables) {
    const figures = table.rows.reduce(
      (count, row) => count + row.filter(({ piece, text }) => text !== '' && piece.numbers.length > 0).length,
      0,
    );
    const state =
      table.state === 'not-transcribed'
        ? '没有读出，要照原件录'
        : table.state === 'empty'
          ? '空表'
          : `${table.rows.length} 行，${figures} 个数`;
    const kind = table.kind ? '' : '　种类不认识';
    const doubts = table.doubts.length > 0 ? `　请看 ${table.doubts.length} 处` : '';
    lines.push(`  ${table.id}  ${table.title}（${pagesInWords(table.pages)}${state}）${kind}${doubts}`);
  }
  for (const { id, title, unread } of missing) lines.push(`  ${id}  ${title}（${unread ? '没有读出，要照原件录' : '目录有，正文没有'}）`);
  lines.push(`  statements  正文里的数 ${statements.length} 个`, '');
  const { counts } = accounting;
  const others = accounting.total - counts.cell - counts.statement - counts.text - counts.unplaced;
  lines.push(
    `原文共 ${accounting.total} 个数：进了表 ${counts.cell}，进了 statements ${counts.statement}，在标题、栏目和注里 ${counts.text}，年份、序号之类 ${others}，没有放下 ${counts.unplaced}。`,
    `核对：${VERDICTS.flatMap(([verdict, word]) => (checks[verdict] ? [`${word} ${checks[verdict]}`] : [])).join('，') || '没有可核对的等式'}。`,
  );
  for (const { message } of notices) lines.push(`注意：${message}`);
  if (personal.length > 0)
    lines.push(
      `原文有个人信息 ${personal.length} 处，没有录入：${personal
        .slice(0, 3)
        .map(({ place }) => placeInWords(place))
        .join('；')}${personal.length > 3 ? ' 等' : ''}。`,
    );
  const doubts = tables.flatMap((table) => table.doubts.map((doubt) => `${table.title}，${placeInWords(doubt.place)}：${doubt.text}`));
  for (const { guess, subject, number, piece } of statements) {
    if (guess) doubts.push(`正文“${subject}”，${placeInWords(number?.number.place ?? piece.place)}：${guess}`);
  }
  if (doubts.length > 0) lines.push('', '请看：', ...limited(doubts));
  if (findings.length > 0) {
    lines.push('', '核对时发现：');
    lines.push(
      ...limited(
        findings.map(({ finding, source }) => `${source ? `${placeInWords(source)}：` : ''}${finding.message.zh}（${finding.rule}）`),
      ),
    );
  }
  lines.push('', written ? `草稿已写好。逐项的报告在 ${reportFile}` : `没有写文件。`);
  return lines;
}

function limited(items: readonly string[]): string[] {
  const shown = items.slice(0, MOST).map((item) => `  - ${item}`);
  return items.length > MOST ? [...shown, `  还有 ${items.length - MOST} 处，见报告`] : shown;
}

function pagesInWords(pages: readonly number[]): string {
  const [first] = pages;
  if (first === undefined) return '';
  const last = pages.at(-1);
  return last === first ? `第 ${first} 页，` : `第 ${first}–${last} 页，`;
}
