/** Small files of known content for tests: Office packages from their XML, PDFs from their drawing operators. */
import { strToU8, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const S = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';

export function zipOf(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

/** A .docx: the inside of `w:body`, and further parts by name, without their root's namespaces. */
export function wordFile(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="${TYPES}"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    'word/document.xml': `<w:document xmlns:w="${W}" xmlns:mc="urn:mc" xmlns:v="urn:v" xmlns:pic="urn:pic"><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(Object.entries(parts).map(([name, inside]) => [name, inside.replace(/^<w:(\w+)/, `<w:$1 xmlns:w="${W}"`)])),
  });
}

export interface MadeSheet {
  readonly name: string;
  /** The inside of `worksheet`. */
  readonly xml: string;
  readonly state?: string;
}

/** An .xlsx; `styles` is the inside of `styleSheet`, `strings` the shared strings. */
export function excelFile(sheets: readonly MadeSheet[], styles = '', strings: readonly string[] = []): Uint8Array {
  const ids = sheets.map((_, index) => index + 1);
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="${TYPES}"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    'xl/workbook.xml': `<workbook xmlns="${S}" xmlns:r="${R}"><sheets>${sheets
      .map(
        ({ name, state }, index) =>
          `<sheet name="${name}" sheetId="${index + 1}" r:id="r${index + 1}"${state ? ` state="${state}"` : ''}/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${ids.map((id) => `<Relationship Id="r${id}" Target="worksheets/sheet${id}.xml"/>`).join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${S}">${styles}</styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${S}">${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    ...Object.fromEntries(
      sheets.map(({ xml }, index) => [`xl/worksheets/sheet${index + 1}.xml`, `<worksheet xmlns="${S}">${xml}</worksheet>`]),
    ),
  });
}

export interface MadePage {
  /** Drawing operators. `/F 12 Tf` is a Chinese font, text is given by `han`. */
  readonly draw: string;
  readonly width?: number;
  readonly height?: number;
  readonly rotate?: number;
}

/** A PDF whose font is a Chinese one that readers know by name; with `nameless`, one that names no characters. */
export function pdfFile(pages: readonly MadePage[], { nameless = false } = {}): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const catalog = add('');
  const tree = add('');
  const ordering = nameless ? '(Adobe) /Ordering (Identity)' : '(Adobe) /Ordering (GB1)';
  const descriptor = add(
    '<< /Type /FontDescriptor /FontName /MadeSong /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
  );
  const descendant = add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /MadeSong /CIDSystemInfo << /Registry ${ordering} /Supplement 2 >> /DW 1000 /W [1 95 500 814 [500]] /FontDescriptor ${descriptor} 0 R >>`,
  );
  const font = add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /MadeSong /Encoding ${nameless ? '/Identity-H' : '/UniGB-UCS2-H'} /DescendantFonts [${descendant} 0 R] >>`,
  );
  const kids = pages.map(({ draw, width = 595, height = 842, rotate = 0 }) => {
    const content = add(`<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`);
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Resources << /Font << /F ${font} 0 R >> >> /Contents ${content} 0 R >>`,
    );
  });
  objects[catalog - 1] = `<< /Type /Catalog /Pages ${tree} 0 R >>`;
  objects[tree - 1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;
  let file = '%PDF-1.7\n';
  const offsets = objects.map((body, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root ${catalog} 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return strToU8(file, true);
}

/** Text at a place in points from the lower left corner, as drawing operators. */
export function han(text: string, x: number, y: number, size = 12): string {
  const codes = [...text].map((character) => (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('');
  return `BT /F ${size} Tf ${x} ${y} Td <${codes}> Tj ET\n`;
}
