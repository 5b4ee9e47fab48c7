/**
 * The synthetic archive as other generators expect it: each disclosure a folder with its Markdown and its CSVs.
 * Only the components of a narrative, which no other generator knows, are replaced by the figures that they print.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface PeerForm {
  /** Names the file of a page that lists others. */
  readonly section: '_index.md' | 'index.md';
  /**
   * With what pages comparable to ours need: the figures of the text and links to them, years, regions, and the codes
   * that a document prints, as terms. Else the documents alone.
   */
  readonly full: boolean;
}

export function writePeerSource(archive: string, out: string, { section, full }: PeerForm): void {
  const list = (folder: string, title: string, more = '', text = ''): void => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, section), `---\ntitle: ${title}\n${full ? more : 'list: true\n'}---\n\n${text}`);
  };
  list(out, 'Synthetic archive for measurements');
  list(join(out, 'units'), '单位', 'outputs: [html]\n');
  for (const name of readdirSync(join(archive, 'content/units'))) {
    const unit = name.replace(/\.mdx$/, '');
    const [, head = '', text = ''] = split(readFileSync(join(archive, 'content/units', name), 'utf8'));
    const region = /^region: .*$/m.exec(head)?.[0];
    list(join(out, 'units', unit), /^name: (.*)$/m.exec(head)?.[1] ?? unit, `${region}\nlayout: unit\n`, text);
    for (const document of readdirSync(join(archive, 'content/disclosures', unit))) {
      const id = document.replace(/\.mdx$/, '');
      writeDisclosure(
        join(archive, 'data/disclosures', unit, id),
        join(archive, 'content/disclosures', unit, document),
        join(out, 'units', unit, id),
        full,
      );
    }
  }
}

function writeDisclosure(tables: string, document: string, out: string, full: boolean): void {
  mkdirSync(out, { recursive: true });
  const [, head = '', text = ''] = split(readFileSync(document, 'utf8'));
  for (const file of readdirSync(tables)) if (full || file !== 'statements.csv') copyFileSync(join(tables, file), join(out, file));
  const cells = (file: string): string[][] =>
    readFileSync(join(tables, file), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => line.split(','));
  const totals = new Map(cells('expenditure.csv').map(([code, name, total]) => [name === '合计' ? 'total' : code, total]));
  const statements = new Map(cells('statements.csv').map(([id, , , , value, unit]) => [id, `${value} ${unit}`]));
  const print = (figure: string, at: string): string => (full ? `[${figure.replace(/\B(?=(\d{3})+\.)/g, ',')}](#${at})` : figure);
  const printed = text
    .replaceAll(/<Figure table="expenditure" row="(\w+)" column="total" \/>/g, (_, row: string) =>
      print(`${totals.get(row)} 万元`, `expenditure.${row}.total`),
    )
    .replaceAll(/<Statement id="([\w-]+)" \/>/g, (_, id: string) => print(statements.get(id) ?? '', `statements.${id}`));
  const codes = (file: string): string =>
    cells(file)
      .flatMap(([code]) => (/^\d+$/.test(code ?? '') ? [`"${code}"`] : []))
      .join(', ');
  const terms = full
    ? `date: ${/(\d{4})-[a-z]+$/.exec(tables)?.[1]}-01-01\nfunctions: [${codes('expenditure.csv')}]\neconomic: [${codes('basic-expenditure.csv')}]\n`
    : '';
  writeFileSync(join(out, 'index.md'), `---${head}${terms}---${printed}`);
}

/** A document's front matter and what follows it. */
function split(document: string): string[] {
  return document.split(/^---$/m);
}
