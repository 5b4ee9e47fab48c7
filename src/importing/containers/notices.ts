/** What readers of published files have to say to the person who imports one: why not, or what to look at. */

export type NoticeCode = keyof typeof MESSAGES;

/** `code` is permanent; `message` is plain Chinese: what was found, and what to do. */
export interface Notice {
  readonly code: NoticeCode;
  readonly values: Readonly<Record<string, string>>;
  readonly message: string;
}

const MESSAGES = {
  // Refusals: nothing can be read.
  'file-missing': '没有这个文件。请核对路径。',
  'file-is-folder': '这是文件夹，不是文件。请指定里面的一个文件。',
  'file-unreadable': '文件打不开（{reason}）。请看权限，或者复制到别处再试。',
  'file-empty': '文件是空的（0 字节），多半是下载没有完成。请重新取得。',
  'file-too-large': '文件有 {size} MB，超过 {most} MB 的上限。预算文件不会这样大，多半是扫描件或者带了许多图片；请取得文字版。',
  'file-unknown-form': '认不出这是什么文件：开头不是 PDF、Word、Excel、网页，也不像文本。请用原来的软件打开，另存为 PDF、.docx 或 .xlsx。',
  'form-doc': '这是旧式 Word 文件（.doc），读不了。请用 Word、WPS 或 LibreOffice 打开，另存为“Word 文档（.docx）”。',
  'form-xls': '这是旧式 Excel 文件（.xls），读不了。请用 Excel、WPS 或 LibreOffice 打开，另存为“Excel 工作簿（.xlsx）”。',
  'form-ole': '这是旧式 Office 或 WPS 文件（.doc、.xls、.wps、.et 一类），读不了。请用原来的软件打开，文字另存为 .docx，表格另存为 .xlsx。',
  'form-office-encrypted': '这份 Office 文件加了密码，读不了。请用密码打开，去掉密码后另存。',
  'form-ofd': '这是 OFD 版式文件，读不了。请用 OFD 阅读器打开，导出（或打印）为 PDF。',
  'form-odf': '这是 OpenDocument 文件（.odt、.ods），读不了。请用 LibreOffice 或 WPS 打开，另存为 .docx 或 .xlsx。',
  'form-powerpoint': '这是演示文稿（.pptx），不是预算文件常见的形式，读不了。请导出为 PDF。',
  'form-zip': '这是压缩包，里面有：{names}。请先解压，再导入其中一个文件。',
  'form-archive': '这是 {kind} 压缩包。请先解压，再导入其中一个文件。',
  'form-picture': '这是图片（{kind}），里面没有文字可读。请取得文字版；没有，就照着图片录入表格。',
  'form-rtf': '这是 RTF 文件，读不了。请用 Word、WPS 或 LibreOffice 打开，另存为 .docx。',
  'form-caj': '这是 CAJ 文件，读不了。请用它的阅读器打印为 PDF。',
  'zip-broken': '压缩的文件坏了，解不开（{reason}）。请重新下载，或者用原来的软件打开后另存。',
  'zip-too-large': '文件解开后超过 {most} MB，不再读下去。预算文件不会这样大；请用原来的软件打开，删去图片和无关的工作表后另存。',
  'too-many-pages': 'PDF 有 {pages} 页，超过 {most} 页的上限。请用 PDF 软件取出有关的页，再导入。',
  'too-many-cells': '工作簿有 {cells} 个以上的单元格，超过上限。请删去无关的工作表后另存。',
  'pdf-encrypted': '这份 PDF 加了密码，打不开。请向发布者要没有密码的版本，或者用密码打开后另存。',
  'pdf-broken': '这份 PDF 坏了，读不出来。请重新下载；还不行，用浏览器打开它，打印为新的 PDF。',
  'pdf-without-text':
    '这份 PDF 的 {pages} 页都没有文字，是扫描件（图片）。请向发布者要文字版；没有，就照着原件录入，或者先用文字识别软件处理，再逐格校对。',
  'pdf-unreadable-font':
    '这份 PDF 的字体没有说明哪个字形是哪个字（第 {pages} 页），取出来的文字会是乱码。请取得别的版本；没有，就打印成图片，用文字识别软件处理后逐格校对。',
  'document-broken': '这份 {form} 文件的内部结构坏了（{reason}）。请用原来的软件打开，另存一份再试。',
  'document-empty': '文件里没有文字，也没有表格。请看是不是拿错了文件。',
  'document-only-pictures': '文件里只有 {count} 幅图片，没有文字，是扫描件。请取得文字版；没有，就照着原件录入。',

  // Notices: it was read, and somebody should look.
  'wrong-extension': '扩展名是 {extension}，内容其实是{form}，已按{form}来读。',
  'page-broken': '第 {pages} 页坏了，没有读到。请对照原件补录。',
  'page-without-text': '第 {pages} 页没有文字：是空白页，或者是图片。请对照原件，有表就照着录入。',
  'page-unreadable-glyphs': '第 {pages} 页有 {count} 个字认不出，文中写作“\uFFFD”。请对照原件补上。',
  'page-recognised': '第 {pages} 页的文字是扫描后由软件识别的，数字可能认错。请逐格校对。',
  'sheet-hidden': '工作表“{sheet}”是隐藏的，没有读。要用它，请在 Excel 里取消隐藏后另存。',
  'rows-hidden': '工作表“{sheet}”的第 {rows} 行是隐藏的，没有读。要用它们，请在 Excel 里取消隐藏后另存。',
  'columns-hidden': '工作表“{sheet}”的 {columns} 列是隐藏的，没有读。要用它们，请在 Excel 里取消隐藏后另存。',
  'cell-error': '工作表“{sheet}”的 {cell} 是错误值 {value}。请对照原件。',
  'cell-without-value': '工作表“{sheet}”的 {cell} 是公式，文件里没有存它的结果。请用 Excel 打开，保存一次再导入。',
  'cell-number-format': '工作表“{sheet}”的 {cell} 用了少见的数字格式“{format}”，可能与显示的不完全相同。请对照原件。',
  'pictures-skipped': '文件里有 {count} 幅图片，里面若有表格或文字，没有读到。请对照原件。',
  'tracked-changes': '文件留有修订痕迹：按接受全部修订来读，删去的字没有读。请确认这是定稿。',
} as const;

export function notice(code: NoticeCode, values: Readonly<Record<string, string>> = {}): Notice {
  const message = MESSAGES[code].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`notice ${code} needs ${name}`);
    return value;
  });
  return { code, values, message };
}

/** Page numbers as a person writes them: `3、5–8`. Ascending, from one. */
export function listOfPages(pages: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const page of pages) {
    const last = ranges.at(-1);
    if (last && page === last[1] + 1) last[1] = page;
    else ranges.push([page, page]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : to === from + 1 ? `${from}、${to}` : `${from}–${to}`)).join('、');
}
