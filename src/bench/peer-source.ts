/**
 * The synthetic archive as other generators expect it: each disclosure a folder with its Markdown and its CSVs.
 * Only the components of a narrative, which no other generator knows, are replaced by the figures that they print.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `section` names the file of a page that lists others. */
export function writePeerSource(archive: string, out: string, section: '_index.md' | 'index.md'): void {
  const list = (folder: string, title: string, text = ''): void => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, section), `---\ntitle: ${title}\nlist: true\n---\n\n${text}`);
  };
  list(out, 'Synthetic archive for measurements');
  list(join(out, 'units'), '单位');
  for (const name of readdirSync(join(archive, 'content/units'))) {
    const unit = name.replace(/\.mdx$/, '');
    const [, head = '', text = ''] = split(readFileSync(join(archive, 'content/units', name), 'utf8'));
    list(join(out, 'units', unit), /^name: (.*)$/m.exec(head)?.[1] ?? unit, text);
    for (const document of readdirSync(join(archive, 'content/disclosures', unit))) {
      const id = document.replace(/\.mdx$/, '');
      writeDisclosure(
        join(archive, 'data/disclosures', unit, id),
        join(archive, 'content/disclosures', unit, document),
        join(out, 'units', unit, id),
      );
    }
  }
}

function writeDisclosure(tables: string, document: string, out: string): void {
  mkdirSync(out, { recursive: true });
  const [, head = '', text = ''] = split(readFileSync(document, 'utf8'));
  for (const file of readdirSync(tables)) if (file !== 'statements.csv') copyFileSync(join(tables, file), join(out, file));
  const cells = (file: string): string[][] =>
    readFileSync(join(tables, file), 'utf8')
      .split('\n')
      .map((line) => line.split(','));
  const totals = new Map(cells('expenditure.csv').map(([code, name, total]) => [name === '合计' ? 'total' : code, total]));
  const statements = new Map(cells('statements.csv').map(([id, , , , value, unit]) => [id, `${value} ${unit}`]));
  const printed = text
    .replaceAll(/<Figure table="expenditure" row="(\w+)" column="total" \/>/g, (_, row: string) => `${totals.get(row)} 万元`)
    .replaceAll(/<Statement id="([\w-]+)" \/>/g, (_, id: string) => statements.get(id) ?? '');
  writeFileSync(join(out, 'index.md'), `---${head}---${printed}`);
}

/** A document's front matter and what follows it. */
function split(document: string): string[] {
  return document.split(/^---$/m);
}
