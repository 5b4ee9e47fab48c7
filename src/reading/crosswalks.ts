/** `data/crosswalks/<classification>-<version>--<classification>-<version>.csv`: how codes became other codes. */
import type { Decimal } from '../domain/decimal.ts';
import { compare, decimal, parseDecimal } from '../domain/decimal.ts';
import type { Classification, Crosswalk, CrosswalkEntry } from '../domain/declarations.ts';
import type { Fault } from '../domain/finding.ts';
import { parseRecords, type Records } from './records.ts';
import { CROSSWALK_COLUMNS } from './schemas.ts';

type Column = (typeof CROSSWALK_COLUMNS)[number];

export interface ReadCrosswalk extends Crosswalk {
  /** For places of its rows. */
  readonly place: (entry: CrosswalkEntry, column: Column) => Fault['place'];
  /** Nothing of the file had to be left out. */
  readonly whole: boolean;
}

const ONE = decimal(1, 0);

/** The versions that a file's name joins; `functional-2016--functional-2023`. `keys` are those of the classifications: `functional/2016`. */
export function crosswalkEnds(
  from: string,
  to: string,
  keys: Iterable<string>,
): { classification: string; from: string; to: string } | undefined {
  const known = new Map([...keys].map((key) => [key.replace('/', '-'), key.split('/')] as const));
  const [name, older] = known.get(from) ?? [];
  const [same, newer] = known.get(to) ?? [];
  return name !== undefined && name === same && older !== undefined && newer !== undefined && older !== newer
    ? { classification: name, from: older, to: newer }
    : undefined;
}

export function parseCrosswalk(
  file: string,
  text: string,
  ends: { classification: string; from: string; to: string },
  report: (fault: Fault) => void,
): ReadCrosswalk {
  const { records, place, whole } = parseRecords(file, text, CROSSWALK_COLUMNS, ['reason'], report);
  const rows = new Map<CrosswalkEntry, Records<Column>['records'][number]['row']>();
  let sound = whole;
  for (const { row, values } of records) {
    const { from, to, share, reason } = values;
    if (from === '' && to === '') report({ rule: 'field-missing', place: place(row, 'from'), values: { field: 'from' } });
    const part = share === '' ? undefined : parseShare(share);
    if (share !== '' && !part) {
      const words = { expected: '大于 0、不大于 1 的小数，如 0.4', expectedEn: 'a decimal above 0 and not above 1, as 0.4' };
      report({ rule: 'field-not-valid', place: place(row, 'share'), values: { field: 'share', found: share, ...words } });
    }
    if ((from === '' && to === '') || reason === '' || (share !== '' && !part)) {
      sound = false;
      continue;
    }
    const entry: CrosswalkEntry = {
      ...(from === '' ? {} : { from }),
      ...(to === '' ? {} : { to }),
      ...(part ? { share: part } : {}),
      reason,
      line: row.line,
    };
    rows.set(entry, row);
  }
  const entries = withWholes([...rows.keys()]);
  const origin = new Map(entries.map((entry, index) => [entry, [...rows.values()][index]] as const));
  return {
    ...ends,
    file,
    entries,
    whole: sound,
    place: (entry, column) => {
      const row = origin.get(entry);
      return row ? place(row, column) : { file };
    },
  };
}

function parseShare(text: string): Decimal | undefined {
  const share = parseDecimal(text);
  return share && share.coefficient > 0 && compare(share, ONE) <= 0 ? share : undefined;
}

/** A code with one successor hands on the whole of its amount. */
function withWholes(entries: readonly CrosswalkEntry[]): CrosswalkEntry[] {
  const times = Map.groupBy(entries, ({ from }) => from);
  return entries.map((entry) =>
    entry.from !== undefined && entry.to !== undefined && !entry.share && times.get(entry.from)?.length === 1
      ? { ...entry, share: ONE }
      : entry,
  );
}

/** Whether a version lists a code. */
export function hasCode(
  classifications: ReadonlyMap<string, Classification>,
  { classification }: Crosswalk,
  version: string,
  code: string,
): boolean {
  return classifications.get(`${classification}/${version}`)?.codes.has(code) ?? false;
}
