/** What can be found: every page's searchable text, in sections and lines that a result can lead to. */
import { statementInWords } from '../archive/figures.ts';
import type { Archive, Column, Disclosure, Row, Table } from '../domain/archive.ts';
import { formatCellReference } from '../domain/cell-reference.ts';
import { formatDecimal } from '../domain/decimal.ts';
import { classificationsInUse, codesInUse, codeWords } from '../views/code.ts';
import { type Edition, gloss } from '../views/edition.ts';
import { editionsOf, ownEdition } from '../views/editions.ts';
import { regionPath } from '../views/lines.ts';
import { typeName } from '../views/names.ts';
import { disclosurePath } from '../views/select.ts';

export interface SearchLine {
  /** The element that it leads to; absent for text under its section's heading. */
  readonly id?: string;
  readonly text: string;
}

export interface SearchSection {
  readonly id: string;
  readonly heading: string;
  readonly lines: readonly SearchLine[];
  /** Other names of what the document is about, which stand among the lines too. */
  readonly names?: readonly string[];
}

export interface SearchDocument {
  readonly url: string;
  readonly title: string;
  readonly kind: 'unit' | 'disclosure' | 'code' | 'term';
  readonly filters: Readonly<Record<string, string>>;
  /** Of a disclosure. */
  readonly year?: number;
  readonly sections: readonly SearchSection[];
}

export function* searchDocuments(archive: Archive): Iterable<SearchDocument> {
  yield* unitDocuments(archive);
  yield* disclosureDocuments(archive);
  yield* namedDocuments(archive);
}

function* unitDocuments(archive: Archive): Iterable<SearchDocument> {
  const edition = ownEdition(archive);
  for (const unit of archive.units.values()) {
    const names = [
      unit.shortName ?? '',
      ...unit.aliases,
      ...unit.formerNames,
      unit.code ?? '',
      ...inOtherLanguages(archive, unit.name),
    ].filter((name) => name !== '');
    yield {
      url: `/units/${unit.id}/`,
      title: unit.name,
      kind: 'unit',
      filters: { region: regionPath(edition, unit.region).join(' › '), unit: unit.name },
      sections: [{ id: '', heading: unit.name, names, lines: [...names, ...unit.narrative.text.split('\n')].map((text) => ({ text })) }],
    };
  }
}

/** Of a part of an archive, its own. */
export function* disclosureDocuments(archive: Archive): Iterable<SearchDocument> {
  const edition = ownEdition(archive);
  for (const disclosure of archive.disclosures.values()) yield disclosureDocument(edition, disclosure);
}

/** All but disclosures: units, codes and terms. */
export function* otherDocuments(archive: Archive): Iterable<SearchDocument> {
  yield* unitDocuments(archive);
  yield* namedDocuments(archive);
}

function* namedDocuments(archive: Archive): Iterable<SearchDocument> {
  const edition = ownEdition(archive);
  for (const classification of classificationsInUse(archive)) {
    for (const code of codesInUse(archive, classification)) yield codeDocument(edition, classification, code);
  }
  for (const term of archive.terms.values()) {
    const names = [...term.aliases, ...(term.en ? [term.en] : inOtherLanguages(archive, term.term))];
    const lines = [...names, term.short, ...term.narrative.text.split('\n')].map((text) => ({ text }));
    yield {
      url: `/glossary/${term.id}/`,
      title: term.term,
      kind: 'term',
      filters: {},
      sections: [{ id: '', heading: term.term, names, lines }],
    };
  }
}

/** What readers of the other languages that are offered may look for. */
function inOtherLanguages(archive: Archive, printed: string): string[] {
  return editionsOf(archive).flatMap((edition) => (edition.base === '' ? [] : (gloss(edition, printed) ?? [])));
}

function disclosureDocument(edition: Edition, disclosure: Disclosure): SearchDocument {
  const { archive, language } = edition;
  const unit = archive.units.get(disclosure.unit);
  const { narrative, tables, statements } = disclosure;
  return {
    url: disclosurePath(disclosure.unit, disclosure.id),
    title: disclosure.title,
    kind: 'disclosure',
    year: disclosure.year,
    filters: {
      region: unit ? regionPath(edition, unit.region).join(' › ') : '',
      unit: unit?.name ?? disclosure.unit,
      year: disclosure.fiscalYear.label,
      type: typeName(edition, disclosure),
    },
    sections: [
      ...narrative.sections.map(({ id, heading, text }) => ({ id, heading, lines: text.split('\n').map((line) => ({ text: line })) })),
      ...tables.map(tableSection),
      ...(statements.length > 0
        ? [
            {
              id: 'statements',
              heading: language.disclosure.statements,
              lines: statements.map((each) => ({
                id: `statements.${each.id}`,
                text: `${each.subject} ${statementInWords(language, each)}`,
              })),
            },
          ]
        : []),
    ],
  };
}

function tableSection(table: Table): SearchSection {
  const words = [table.statement, table.note, table.remark].filter((text) => text !== undefined);
  const total = table.rows.find((row) => row.total);
  return {
    id: table.id,
    heading: table.title,
    lines: [
      ...words.map((text) => ({ text })),
      ...table.columns.map((column) => columnLine(table, column, total)),
      ...table.rows.map((row) => ({ id: `${table.id}.${row.key}`, text: rowText(table, row) })),
    ],
  };
}

/** A column's head leads to its total, if it has one; punctuation keeps the two apart. */
function columnLine(table: Table, { kind, label }: Column, total: Row | undefined): SearchLine {
  const value = total?.cells.get(kind.id)?.value;
  if (!total || !value) return { text: label };
  return {
    id: formatCellReference({ table: table.id, row: total.key, column: kind.id }),
    text: `${label}：${total.name} ${formatDecimal(value)}`,
  };
}

function rowText(table: Table, row: Row): string {
  return table.columns
    .map(({ kind }) => {
      const cell = row.cells.get(kind.id);
      return cell?.value ? `${formatDecimal(cell.value)}${kind.role === 'percent' ? '%' : ''}` : (cell?.raw.trim() ?? '');
    })
    .filter((text) => text !== '')
    .join(' ');
}

function codeDocument(edition: Edition, classification: string, code: string): SearchDocument {
  const { path, name, variants, definition, classification: heading } = codeWords(edition, classification, code);
  const names = [...variants, ...inOtherLanguages(edition.archive, name)];
  return {
    url: path,
    title: `${code} ${name}`,
    kind: 'code',
    filters: { classification: heading },
    sections: [
      {
        id: '',
        heading: `${code} ${name}`,
        names,
        lines: [...names, definition?.text ?? ''].filter((text) => text !== '').map((text) => ({ text })),
      },
    ],
  };
}
