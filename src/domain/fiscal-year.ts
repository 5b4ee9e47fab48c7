/** Fiscal years: how a government writes them, and the days they span. */

/** Declared once for an archive: `{ firstDay: '07-01', written: 'both', label: 'FY {first}–{last2}' }`. */
export interface FiscalYears {
  /** Month and day on which each begins: 01-01, 04-01, 07-01. */
  readonly firstDay: string;
  /** The year in the name: that in which it begins, that in which it ends, or both as `2024-25`. */
  readonly written: 'first' | 'last' | 'both';
  /** How it is printed, with `{year}`, `{first}`, `{last}` and `{last2}`, the last two digits of the last. */
  readonly label: string;
}

export interface FiscalYear {
  /** As it stands in paths: `2024`, `2024-25`. */
  readonly id: string;
  /** As it is printed. */
  readonly label: string;
  /** ISO dates, both within the year. */
  readonly firstDay: string;
  readonly lastDay: string;
}

export const CALENDAR_YEARS: FiscalYears = { firstDay: '01-01', written: 'first', label: '{year}' };

/**
 * The number by which years are counted and ordered: the year in the name, the first of two.
 * Undefined where the text is not a year as this archive writes them.
 */
export function parseFiscalYear(text: string, { written }: Pick<FiscalYears, 'written'>): number | undefined {
  const match = /^(\d{4})(?:-(\d{2}))?$/.exec(text);
  if (!match || (match[2] !== undefined) !== (written === 'both')) return undefined;
  const year = Number(match[1]);
  return match[2] === undefined || Number(match[2]) === (year + 1) % 100 ? year : undefined;
}

export function formatFiscalYear(year: number, { written }: Pick<FiscalYears, 'written'>): string {
  return written === 'both' ? `${year}-${lastTwo(year + 1)}` : String(year);
}

export function fiscalYear(year: number, years: FiscalYears): FiscalYear {
  const first = firstCalendarYear(year, years);
  const next = Date.parse(`${first + 1}-${years.firstDay}T00:00:00Z`);
  return {
    id: formatFiscalYear(year, years),
    label: fiscalYearLabel(year, years),
    firstDay: `${first}-${years.firstDay}`,
    lastDay: new Date(next - 86_400_000).toISOString().slice(0, 10),
  };
}

/** As it is printed: `2024`, `FY 2024–25`. */
export function fiscalYearLabel(year: number, years: FiscalYears): string {
  const first = firstCalendarYear(year, years);
  const last = years.firstDay === '01-01' ? first : first + 1;
  return years.label
    .replaceAll('{year}', String(year))
    .replaceAll('{first}', String(first))
    .replaceAll('{last2}', lastTwo(last))
    .replaceAll('{last}', String(last));
}

function firstCalendarYear(year: number, { written, firstDay }: FiscalYears): number {
  return written === 'last' && firstDay !== '01-01' ? year - 1 : year;
}

function lastTwo(year: number): string {
  return String(year % 100).padStart(2, '0');
}
