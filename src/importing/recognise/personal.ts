/**
 * Where a source prints telephone numbers, identity numbers, addresses, and names beside roles. A budget's archive holds
 * none of them: such cells are left blank in a draft, and the report says where they stood.
 */
import { findPersonalData } from '../../reading/personal-data.ts';
import type { Place } from '../source-document.ts';
import type { MatrixCell } from './matrix.ts';
import type { Piece } from './piece.ts';

export interface PersonalPlace {
  /** What it is, with most of it left out. */
  readonly found: string;
  readonly place: Place;
  /** The cell that was left out. */
  readonly piece?: Piece;
}

/** Labels beside or above which a person is named. */
const BESIDE =
  /^(?:.{0,6}(?:负责人|联系人|经办人|填表人|审核人|法定代表人|制表人)(?:[（(].*[）)])?|联系电话|电话|手机|传真|邮编|邮政编码|地址|通讯地址|电子邮箱|身份证号码?)[：:]?$/;
const ABOVE = /^(?:姓名|联系人|联系电话|电话|手机|身份证号码?|签字|签名)$/;

export function personalPlaces(pieces: Iterable<Piece>): PersonalPlace[] {
  const places: PersonalPlace[] = [];
  for (const { text, place } of pieces) {
    findPersonalData('', text, ({ values }) => void places.push({ found: `${values.kind ?? '姓名'} ${values.found ?? ''}`, place }));
  }
  return places;
}

/** The rows without what is personal in them, and what was left out. */
export function withoutPersonal(rows: readonly (readonly MatrixCell[])[]): {
  rows: readonly (readonly MatrixCell[])[];
  personal: readonly PersonalPlace[];
} {
  const personal: PersonalPlace[] = [];
  const columns = new Map<number, string>();
  const kept = rows.map((row) => {
    const listsPeople = row.some(({ text }) => /^(?:姓名|签字|签名)$/.test(text));
    return row.map((cell, column) => {
      const label = row.slice(0, column).findLast(({ text, begins }) => begins && text !== '')?.text ?? '';
      const above = columns.get(column);
      if (listsPeople && ABOVE.test(cell.text)) columns.set(column, cell.text);
      const beside = BESIDE.test(label.replace(/\s/g, ''));
      if (cell.text === '' || (!beside && (above === undefined || above === cell.text)) || BESIDE.test(cell.text)) return cell;
      if (cell.begins) personal.push({ found: beside ? label : (above ?? ''), place: cell.piece.place, piece: cell.piece });
      return { ...cell, piece: { ...cell.piece, text: '', numbers: [] }, text: '' };
    });
  });
  return { rows: kept, personal };
}
