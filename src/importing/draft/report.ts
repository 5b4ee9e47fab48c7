/** The report that an editor reads beside the paper: one page of HTML that needs nothing else. */
import type { Fate } from '../recognise/accounting.ts';
import type { DraftTable } from '../recognise/draft-table.ts';
import type { SourceNumber } from '../recognise/piece.ts';
import type { Draft } from './draft.ts';
import { placeInWords } from './places.ts';

const FATES: Readonly<Record<Fate, string>> = {
  cell: '进了表',
  statement: '进了 statements.csv',
  text: '标题、栏目、注',
  unplaced: '没有放下',
  year: '年份',
  date: '日期',
  ordinal: '序号',
  'document-number': '文号',
  code: '编码',
  contact: '电话、邮编',
  page: '页码、页边',
  threshold: '限额（如“50万元以上”）',
};

const STYLE = `body{font:16px/1.6 system-ui,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2.5rem;border-bottom:1px solid #ccc}h3{font-size:1rem;margin:1.5rem 0 .3rem}
table{border-collapse:collapse;font-size:.9rem}th,td{border:1px solid #bbb;padding:.15rem .5rem;vertical-align:top;text-align:left}td.n{text-align:right;font-variant-numeric:tabular-nums}
td.g{outline:2px solid #b06a00;outline-offset:-2px}.wide{overflow-x:auto}small,.p{color:#555}li{margin:.2rem 0}mark{background:#ffe9a8;color:inherit}
@media(prefers-color-scheme:dark){body{color:#e8e8e8;background:#181818}th,td{border-color:#555}small,.p{color:#aaa}mark{background:#665200}h2{border-color:#555}}`;

export function reportHtml(draft: Draft): string {
  const { recognised, statements, accounting, findings, personal, notices, target, sourceFile } = draft;
  const { tables, missing } = recognised;
  const parts: string[] = [
    `<h1>导入报告：${text(recognised.title)}</h1>`,
    `<p class="p">原件 ${text(sourceFile)}；草稿 content/disclosures/${text(target.unit)}/${text(target.id)}.mdx</p>`,
    ...notices.map(({ message }) => `<p>注意：${text(message)}</p>`),
    '<h2>每个数去了哪里</h2>',
    accountTable(draft),
    '<h2>请看这里</h2>',
    list(
      [
        ...(recognised.titleGuessed ? ['标题是推断的，请对照原件。'] : []),
        ...tables
          .filter(({ kind }) => !kind)
          .map(
            (table) =>
              `“${table.title}”（${placeInWords(table.place)}）不是已声明的种类。数字已写进 ${table.id}.csv；要么在 data/table-kinds/ 加一个种类，要么删去这个 CSV，把文件头里的状态改为 not-transcribed。`,
          ),
        ...tables.flatMap((table) => table.doubts.map((doubt) => `${table.title}，${placeInWords(doubt.place)}：${doubt.text}`)),
        ...statements.flatMap(({ guess, subject, piece }) => (guess ? [`正文“${subject}”，${placeInWords(piece.place)}：${guess}`] : [])),
      ],
      '没有拿不准的地方。',
    ),
    ...variantSuggestions(tables),
    '<h2>核对时发现</h2>',
    list(
      findings.map(({ finding, source }) => `${source ? `${placeInWords(source)}：` : ''}${finding.message.zh}（${finding.rule}）`),
      '没有发现问题。',
    ),
    `<h2>没有放下的数（${accounting.unplaced.length}）</h2>`,
    list(accounting.unplaced.map(unplaced), '没有。', true),
  ];
  if (personal.length > 0) {
    parts.push(
      '<h2>个人信息</h2>',
      '<p>原文印有下列内容，没有录入。原件若要留存，请先看能不能公开。</p>',
      list(
        personal.map(({ found, place }) => `${placeInWords(place)}：${found}`),
        '',
      ),
    );
  }
  parts.push('<h2>正文里的数</h2>', statementTable(draft), '<h2>表</h2>');
  for (const table of tables) parts.push(tableHtml(table));
  for (const { title, piece, unread } of missing)
    parts.push(
      `<h3>${text(title)}</h3><p>目录（${text(placeInWords(piece.place))}）列有此表，${unread ? '正文也有，没有读出，请照原件录入' : '正文没有'}。</p>`,
    );
  return `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>导入报告：${text(recognised.title)}</title><style>${STYLE}</style></head>\n<body>\n${parts.join('\n')}\n</body></html>\n`;
}

function accountTable({ accounting: { counts, total } }: Draft): string {
  const rows = (Object.keys(FATES) as Fate[])
    .filter((fate) => counts[fate] > 0 || fate === 'unplaced')
    .map((fate) => `<tr><td>${FATES[fate]}</td><td class="n">${counts[fate]}</td></tr>`);
  return `<table>${rows.join('')}<tr><th>原文共有</th><th>${total}</th></tr></table>`;
}

/** The line to add to a kind, so that the next document of its sort is known at once. */
function variantSuggestions(tables: readonly DraftTable[]): string[] {
  const lines = tables.flatMap(({ kind, columns }) =>
    columns.flatMap(({ column, label, printed }) =>
      kind && column && printed && printed !== label && !printed.endsWith(`/${label}`) && !column.labels.includes(printed)
        ? [
            `data/table-kinds/${kind.id}.json，栏目 ${column.id}：<code>"labels": ${text(JSON.stringify([...column.labels, printed]))}</code>`,
          ]
        : [],
    ),
  );
  return lines.length > 0
    ? ['<h3>可以加进种类的栏目写法</h3>', `<ul>${[...new Set(lines)].map((line) => `<li>${line}</li>`).join('')}</ul>`]
    : [];
}

function unplaced({ text: number, before, after, place }: SourceNumber): string {
  return `${text(placeInWords(place))}：…${text(before)}<mark>${text(number)}</mark>${text(after)}…`;
}

function statementTable({ statements }: Draft): string {
  const rows = statements.map(({ id, section, subject, measure, value, unit, cell, number, piece }) => {
    const place = number?.number.place ?? piece.place;
    const quoted = number ? `…${text(number.number.before)}<mark>${text(number.number.text)}</mark>${text(number.number.after)}…` : '持平';
    return `<tr id="${text(id)}"><td>${text(section)}</td><td>${text(subject)}</td><td>${measure}</td><td class="n">${text(value)} ${text(unit)}</td><td>${text(cell ?? '')}</td><td>${text(placeInWords(place))}<br><small>${quoted}</small></td></tr>`;
  });
  return `<div class="wide"><table><tr><th>节</th><th>说的是什么</th><th>measure</th><th>数</th><th>同一个数在</th><th>原文</th></tr>${rows.join('')}</table></div>`;
}

function tableHtml({ id, title, columns, rows, place, state, note, statement, scale }: DraftTable): string {
  const head = columns.map(({ label }) => `<th>${text(label)}</th>`).join('');
  const body = rows.map(
    (row) =>
      `<tr>${row.map((cell) => `<td class="${[/^[-\d.%]+$/.test(cell.text) ? 'n' : '', cell.guess ? 'g' : ''].join(' ').trim()}" title="${text(`${placeInWords(cell.piece.place)}${cell.guess ? `：${cell.guess}` : ''}`)}">${text(cell.text)}</td>`).join('')}</tr>`,
  );
  const facts = [
    placeInWords(place),
    ...(scale ? [`单位：${scale}`] : []),
    ...(state === 'empty' ? ['空表'] : []),
    ...(statement ? [statement] : []),
    ...(note ? [note] : []),
  ];
  return `<h3>${text(title)} <small>${text(id)}.csv</small></h3><p class="p">${text(facts.join('；'))}</p><div class="wide"><table><tr>${head}</tr>${body.join('')}</table></div>`;
}

function list(items: readonly string[], none: string, markup = false): string {
  return items.length === 0 ? `<p>${none}</p>` : `<ul>${items.map((item) => `<li>${markup ? item : text(item)}</li>`).join('')}</ul>`;
}

function text(plain: string): string {
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
