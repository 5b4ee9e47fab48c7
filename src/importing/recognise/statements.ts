/**
 * The figures of the running text → rows of statements.csv: what each is of, and the cell that says the same.
 * Long, because each measure (amount, count, share, change) is said of what the walk through the text has just passed.
 */
import type { Observation } from '../../domain/archive.ts';
import { formatCellReference, parseCellReference } from '../../domain/cell-reference.ts';
import { parseDecimal } from '../../domain/decimal.ts';
import type { Classification, Dimensions, Direction, DisclosureType, Stage } from '../../domain/declarations.ts';
import { exact, halfPlace, magnitude, minus, order, product } from '../../domain/exact.ts';
import type { ReadTable } from '../../reading/read-archive.ts';
import { asOfDate, type Measure, type Reading, readClauses } from './clauses.ts';
import { findClass, findItem, plainName } from './names.ts';
import type { NumberAt, Piece } from './piece.ts';
import type { TextParagraph } from './sections.ts';
import { likeness } from './titles.ts';
import { type Concept, conceptOf, countedConcept } from './vocabulary.ts';

export interface DraftStatement {
  readonly id: string;
  readonly section: string;
  readonly subject: string;
  readonly measure: Measure;
  readonly value: string;
  readonly unit: string;
  readonly year?: number;
  readonly stage?: Stage;
  readonly basis?: string;
  readonly dimensions: Dimensions;
  readonly cell?: string;
  readonly of?: string;
  readonly parts?: readonly string[];
  /** Absent for “持平”. */
  readonly number?: NumberAt;
  /** The paragraph that says so. */
  readonly piece: Piece;
  readonly guess?: string;
}

export interface StatementContext {
  readonly year: number;
  readonly type: DisclosureType;
  readonly unitNames: readonly string[];
  readonly classifications: readonly Classification[];
  /** What the tables print, for the cells that say the same. */
  readonly facts: readonly Observation[];
  readonly tables: readonly ReadTable[];
  readonly scales: Readonly<Record<string, number>>;
}

const STAGES: Readonly<Partial<Record<DisclosureType, Stage>>> = {
  budget: 'approved',
  'final-accounts': 'executed',
  adjustment: 'adjusted',
};

/** While the text is walked through. */
interface Amount {
  readonly index: number;
  readonly concept: Concept;
  readonly reference: string;
  readonly subject: string;
  readonly unit: string;
  readonly value: string;
  readonly depth: number;
}

export function draftStatements(paragraphs: readonly TextParagraph[], context: StatementContext): DraftStatement[] {
  const drafted: DraftStatement[] = [];
  const ids = new Map<string, number>();
  const amounts: Amount[] = [];
  let section = '';
  let inSection: Amount[] = [];
  let item: Reading['item'];
  let before: TextParagraph | undefined;
  let last: Amount[] = [];
  let lead: { heading: string; fund: string } | undefined;
  for (const paragraph of paragraphs) {
    if (paragraph.headings[2] !== section) inSection = [];
    section = paragraph.headings[2] ?? '';
    if (paragraph.headings.some((heading) => /名词解释/.test(heading))) continue;
    if (before?.section !== paragraph.section || before.headings.join() !== paragraph.headings.join()) {
      item = undefined;
      last = [];
    }
    before = paragraph;
    const readings = readClauses(paragraph.piece, item?.names);
    item = readings.findLast((reading) => reading.item)?.item;
    const top = paragraph.headings.slice(0, 3).filter(Boolean).join();
    if (/(?:如下|以下)[：:]?$/.test(paragraph.piece.text)) lead = { heading: top, fund: fundSaid(paragraph.piece.text) };
    let list: { whole: Amount; parts: Amount[]; sentence: string } | undefined;
    const closeList = (): void => {
      if (list && list.parts.length > 1) addParts(drafted, list.whole, list.parts);
      list = undefined;
    };
    for (const reading of readings) {
      const said = directionOf(paragraph, reading);
      const own = fundOf(paragraph);
      const fund = own === 'all' && lead?.heading === top ? lead.fund : own;
      if (reading.measure === 'amount') {
        const amount = draftAmount(reading, paragraph, context, said, fund, drafted, ids, amounts, last.at(-1));
        if (!amount) {
          last = [];
          continue;
        }
        const opens = !reading.part || !list;
        if (reading.part && list && reading.sentence.startsWith(list.sentence.slice(0, 6))) list.parts.push(amount);
        else if (opens) {
          closeList();
          list = { whole: amount, parts: [], sentence: reading.sentence };
        }
        amounts.push(amount);
        inSection.push(amount);
        last = [
          ...last.filter(({ depth }) => depth < amount.depth),
          ...last.filter(({ depth }) => depth >= amount.depth).slice(-1),
          amount,
        ];
        continue;
      }
      if (reading.measure === 'count') {
        draftCount(reading, paragraph, context, drafted, ids);
        continue;
      }
      const about = reading.each
        ? last
        : [
            subjectOf(reading, amounts, said, fund) ??
              last.findLast(({ depth }) => depth <= reading.depth || reading.number === undefined) ??
              last.at(-1),
          ];
      for (const amount of about) {
        if (!amount || (reading.measure === 'share' && isAnother(reading, amount))) continue;
        drafted.push(relativeStatement(reading, amount, paragraph, context, inSection, amounts, ids, drafted));
      }
    }
    closeList();
  }
  return drafted;
}

function draftAmount(
  reading: Reading,
  { section, piece, headings }: TextParagraph,
  context: StatementContext,
  said: Direction | undefined,
  fund: string,
  drafted: DraftStatement[],
  ids: Map<string, number>,
  amounts: readonly Amount[],
  last: Amount | undefined,
): Amount | undefined {
  const { facts } = context;
  const found =
    factOf(reading, context, said, fund) ??
    (last && !reading.item && isGeneric(cleanSubject(reading.subject, context.unitNames))
      ? { concept: last.concept, subject: last.subject }
      : undefined);
  if (!found) return undefined;
  const { concept, subject } = found;
  const held = concept.classification === 'indicator' && /^(?:assets|intangible|investments|construction)/.test(concept.slug);
  const day = held && !reading.stage ? asOfDate(piece.text.slice(0, reading.number?.at ?? 0)) : undefined;
  const stage = reading.stage ?? day?.stage ?? STAGES[context.type];
  const year = reading.year ?? day?.year ?? context.year;
  const basis = reading.basis ?? day?.basis;
  const own = year === context.year && stage === STAGES[context.type];
  const cell = cellOf(
    concept,
    reading,
    { year, stage, must: concept.code?.length === 7 && own, subject, heading: headings.join('') },
    context,
  );
  const again = own ? amounts.find((amount) => amount.concept.slug === concept.slug && !cell && amount.value === reading.value) : undefined;
  const suffix = own ? '' : stage === 'executed' ? '-executed' : stage === 'approved' ? '-budget' : '-adjusted';
  const planned = own && reading.basis === undefined && amounts.some((amount) => amount.concept.slug === concept.slug) ? '-again' : '';
  const id = freeId(`${concept.slug}${suffix || planned}`, ids);
  const reference = again ? again.reference : cell;
  const { slug: _, ...dimensions } = concept;
  drafted.push({
    id,
    section: section || headings.at(-1) || '正文',
    subject: own || day ? subject : `${subject}：${basis ?? ''}`.replace(/：$/, ''),
    measure: 'amount',
    value: reading.value.replaceAll(',', ''),
    unit: reading.unit,
    ...(reference
      ? { cell: reference }
      : {
          ...(stage ? { stage } : {}),
          ...(year === context.year ? {} : { year }),
          ...(basis && !own ? { basis } : {}),
        }),
    dimensions: reference ? {} : dimensions,
    ...(reading.number ? { number: reading.number } : {}),
    piece,
    ...(cell && !again && !facts.some((fact) => fact.cell === cell && isSame(reading, fact, context.scales))
      ? { guess: `与表里的数（${cell}）不同` }
      : {}),
  });
  const sameScale = reference !== undefined && context.facts.some((fact) => fact.cell === reference && fact.scale === reading.unit);
  return {
    index: drafted.length - 1,
    concept,
    reference: sameScale ? reference : `statements.${id}`,
    subject,
    unit: reading.unit,
    value: reading.value,
    depth: reading.depth,
  };
}

/** Which fact the words of a clause name. */
function factOf(
  reading: Reading,
  { classifications, unitNames }: StatementContext,
  said: Direction | undefined,
  fund: string,
): { concept: Concept; subject: string } | undefined {
  const words = cleanSubject(reading.subject, unitNames);
  if (reading.item && (reading.namesItem || isGeneric(words))) {
    const item = findItem(reading.item.names, classifications);
    const [, sectionName, name] = reading.item.names;
    const subject = sectionName === name ? name : `${sectionName}：${name}`;
    if (!item) return undefined;
    return {
      concept: { slug: `item-${item.code}`, direction: 'expenditure', fund, classification: 'functional', code: item.code },
      subject,
    };
  }
  for (const words_ of variantsOf(words)) {
    const functional = said === 'revenue' ? undefined : findClass(words_, classifications);
    if (functional && !/^(其他)?(收入|支出)$/.test(words_)) {
      const prefix = fund === 'all' ? 'expenditure' : fund === 'fiscal-appropriation' ? 'appropriation' : fund;
      return {
        concept: {
          slug: `${prefix}-${functional.code}`,
          direction: 'expenditure',
          fund,
          classification: 'functional',
          code: functional.code,
        },
        subject: words_,
      };
    }
    const concept = conceptOf(words_, said);
    if (concept)
      return {
        concept: { fund: concept.direction === 'revenue' && fund !== 'fiscal-appropriation' ? 'all' : fund, ...concept },
        subject: words_,
      };
  }
  return undefined;
}

/** “年初预算为”, “2024年预算安排”: words that say which figure of the item, not of what. */
function isGeneric(words: string): boolean {
  return /^[”"]?(?:其)?(?:当年)?(?:全年)?(?:年初)?(?:预算|支出)?(?:预算|执行|决算|安排)?(?:数)?(?:安排|为|是)?$/.test(words);
}

function cleanSubject(clause: string, unitNames: readonly string[]): string {
  let words = clause;
  for (const name of [...unitNames].sort((a, b) => b.length - a.length)) words = words.replaceAll(name, '');
  return words
    .replace(/^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．])[、.．]?/, '')
    .replace(/^[”"“、和及]+/, '')
    .replace(/（部门）|（详见[^）]*）/g, '')
    .replace(/^.*(?:19|20)\d{2}年(?:度)?(?=.{2})/, '')
    .replace(/(?:19|20)\d{2}年(?:度)?/g, '')
    .replace(/^(?:其中|包括|收入包括|支出包括|主要用于以下方面|以及|分别为|具体|另外|同时)+[：:，]?/, '')
    .replace(/^(?:部门|单位|本部门|本单位|各单位|各级)+(?=.{2})/, '')
    .trim();
}

/** The same words with fewer of those that only say that it is a budget. */
function variantsOf(words: string): string[] {
  const variants = [words];
  let next = words;
  for (let turn = 0; turn < 4; turn += 1) {
    next = next.replace(
      /(?:预算安排|支出决算|年初预算数?|预算数|决算数|执行数|安排|预算合计|共计|合计|总额|预算|决算|支出|为|是|共|计|约|达|数)$/,
      '',
    );
    if (next === variants.at(-1)) break;
    variants.push(next);
  }
  // 公务用车用车运行维护费: a word set twice.
  variants.push(words.replace(/(\p{Script=Han}{2})\1/u, '$1'));
  variants.push(
    ...variants.map((each) =>
      each.replace(
        /^(?:含|安排|共安排|(?:部门)?预算一般公共预算安排|一般公共预算安排|部门预算|单位预算|项目支出|其他运转类项目和特定目标类项目均)+/,
        '',
      ),
    ),
  );
  return [...new Set(variants)].filter((each) => each.length > 1);
}

function draftCount(
  reading: Reading,
  { section, piece, headings }: TextParagraph,
  { year, type, unitNames }: StatementContext,
  drafted: DraftStatement[],
  ids: Map<string, number>,
): void {
  const following = /^(?:预算)?[^，。；：、（\d]{2,12}/.exec(reading.after)?.[0] ?? '';
  const before = countedConcept(reading.subject, reading.unit);
  const spoken = /团组|批|人次/.test(reading.unit)
    ? countedConcept(`${reading.sentence.split(/[；。]/).at(-1) ?? ''}团组`, reading.unit)
    : undefined;
  const groups = spoken ?? before ?? countedConcept(following, reading.unit);
  const concept =
    groups && reading.unit === '人次'
      ? { ...groups, slug: groups.slug.replace('groups', 'persons'), code: groups.code?.replace('groups', 'persons') ?? '' }
      : groups;
  if (!concept) return;
  const words = before || spoken ? reading.subject || reading.sentence.slice(-20) : following;
  const planned =
    /安排购置|计划购置|拟购置|预算购置/.test(reading.sentence) &&
    !/共有/.test(reading.sentence.slice(reading.sentence.lastIndexOf('购置')));
  const slug = planned ? `planned-${concept.slug}` : concept.slug;
  const { slug: _, ...dimensions } = concept;
  const stage = planned ? STAGES[type] : (reading.stage ?? (reading.basis ? 'executed' : undefined));
  drafted.push({
    id: freeId(slug, ids),
    section: section || headings.at(-1) || '正文',
    subject: `${planned ? '安排购置' : ''}${cleanSubject(words, unitNames)
      .replace(/^[、和及]+|(?:其中|共有|共|为)+/g, '')
      .slice(0, 40)}`,
    measure: 'count',
    value: reading.value.replaceAll(',', ''),
    unit: reading.unit,
    ...(reading.year !== undefined && reading.year !== year ? { year: reading.year } : {}),
    ...(stage ? { stage } : {}),
    ...(reading.basis && !planned ? { basis: reading.basis } : {}),
    dimensions: { ...dimensions, ...(planned ? { code: `planned-${dimensions.code ?? ''}` } : {}) },
    ...(reading.number ? { number: reading.number } : {}),
    piece,
  });
}

function relativeStatement(
  reading: Reading,
  amount: Amount,
  { section, piece, headings }: TextParagraph,
  context: StatementContext,
  inSection: readonly Amount[],
  amounts: readonly Amount[],
  ids: Map<string, number>,
  drafted: readonly DraftStatement[],
): DraftStatement {
  const flat = reading.number === undefined;
  const id = drafted[amount.index]?.id ?? amount.concept.slug;
  // Where the text gives last year's figure and the growth in per cent, “持平” is a growth of nothing.
  const executed = drafted.some((each) => each.id === `${amount.concept.slug}-executed`);
  const measure = flat && executed ? 'growth' : reading.measure;
  const common = {
    id: freeId(measure === 'share' ? `share-${id}` : `${id}-${measure}`, ids),
    section: section || headings.at(-1) || '正文',
    measure,
    value: reading.value.replaceAll(',', ''),
    unit: measure === 'change' ? reading.unit || amount.unit : '%',
    dimensions: {},
    cell: amount.reference,
    ...(reading.number ? { number: reading.number } : {}),
    piece,
  };
  if (measure === 'share' || measure === 'completion') {
    const whole = measure === 'share' ? wholeOf(reading, amount, inSection, amounts) : budgetOf(amount, amounts, drafted);
    const words = measure === 'share' ? `占${reading.whole || whole?.subject || '合计'}` : `完成${reading.whole || '预算'}`;
    return { ...common, subject: `${amount.subject}${words}`, ...(whole ? { of: whole.reference } : {}) };
  }
  const { compared } = reading;
  const year = compared?.year ?? context.year - 1;
  const stage = compared?.stage ?? (context.type === 'final-accounts' ? 'executed' : STAGES[context.type]);
  const before =
    measure === 'growth' ? drafted.find((each) => each.id === `${amount.concept.slug}-executed` && each.year === year) : undefined;
  return {
    ...common,
    subject: `${amount.subject}比${compared?.basis ?? '上年'}${flat ? '（持平）' : ''}`,
    year,
    ...(stage ? { stage } : {}),
    ...(compared ? { basis: before?.basis ?? compared.basis } : {}),
    ...(before ? { of: `statements.${before.id}` } : {}),
  };
}

/** “货物采购授予中小企业合同金额占货物支出金额的…”: a share of something whose amount is not printed. */
function isAnother({ subject }: Reading, amount: Amount): boolean {
  return subject.length > 4 && !amount.subject.includes(subject) && !subject.includes(amount.subject);
}

/** “基本支出增加 294.71 万元”: the amount of that name, stated before. */
function subjectOf(reading: Reading, amounts: readonly Amount[], said: Direction | undefined, fund: string): Amount | undefined {
  const words = reading.subject.replace(/^其中[：:，]?/, '').replace(/[，,]/g, '');
  if (words.length < 3 || reading.measure === 'share' || reading.measure === 'completion') return undefined;
  const concept = variantsOf(words)
    .map((each) => conceptOf(each, said))
    .find(Boolean);
  if (!concept) return undefined;
  return (
    amounts.findLast((amount) => amount.concept.slug === concept.slug && amount.concept.fund === (concept.fund ?? fund)) ??
    amounts.findLast((amount) => amount.concept.slug === concept.slug)
  );
}

/** The whole that a share names; where it names none, the total that its list stands under. */
function wholeOf(reading: Reading, amount: Amount, inSection: readonly Amount[], amounts: readonly Amount[]): Amount | undefined {
  const words = (reading.whole ?? '').replace(/的$/, '');
  const isWhole = (each: Amount): boolean => each !== amount && (each.concept.code ?? '') === '' && each.concept.use === undefined;
  const concepts = words === '' ? [] : variantsOf(words).flatMap((each) => conceptOf(each, amount.concept.direction) ?? []);
  const named = amounts.findLast((each) => each !== amount && concepts.some(({ slug }) => slug === each.concept.slug));
  if (named) return named;
  return (
    inSection.find((each) => isWhole(each) && each.concept.direction === amount.concept.direction) ??
    inSection.find(isWhole) ??
    amounts.findLast(
      (each) => isWhole(each) && each.concept.direction === amount.concept.direction && each.concept.fund === amount.concept.fund,
    )
  );
}

function budgetOf(amount: Amount, amounts: readonly Amount[], drafted: readonly DraftStatement[]): Amount | undefined {
  return amounts.findLast(
    (each) => each !== amount && each.concept.slug === amount.concept.slug && drafted[each.index]?.stage === 'approved',
  );
}

/** Where the parts of a list make its whole, that sum is kept and checked from now on. */
function addParts(drafted: DraftStatement[], whole: Amount, parts: readonly Amount[]): void {
  const total = parseDecimal(whole.value);
  const values = parts.map(({ value }) => parseDecimal(value));
  const statement = drafted[whole.index];
  if (!total || !statement || values.some((value) => !value) || parts.some(({ unit }) => unit !== whole.unit)) return;
  const known = values.flatMap((value) => (value ? [exact(value)] : []));
  const places = Math.max(...known.map((value) => value.places), total.places);
  const sum = known.reduce((a, value) => a + value.coefficient * 10n ** BigInt(places - value.places), 0n);
  if (sum !== exact(total).coefficient * 10n ** BigInt(places - total.places)) return;
  drafted[whole.index] = { ...statement, parts: parts.flatMap(({ index }) => (drafted[index] ? [`statements.${drafted[index].id}`] : [])) };
}

interface Sought {
  readonly year: number;
  readonly stage: Stage | undefined;
  /** What it is of is certain, so that another value there is a finding. */
  readonly must: boolean;
  readonly subject: string;
  readonly heading: string;
}

/** The cell that prints the same fact: of the table that the section is about, where several do. */
function cellOf(
  concept: Concept,
  reading: Reading,
  { year, stage, must, subject, heading }: Sought,
  { facts, tables, scales }: StatementContext,
): string | undefined {
  const same = facts.filter(
    (fact) =>
      fact.measure === 'amount' &&
      fact.year === year &&
      fact.stage === stage &&
      fact.code === (concept.code ?? '') &&
      ((concept.use ?? '') === (fact.use ?? '') ||
        (concept.use === undefined && tableOf(fact.cell, tables)?.kind?.use === fact.use && concept.code !== '')) &&
      (concept.direction === undefined || fact.direction === concept.direction) &&
      (concept.classification === fact.classification || (concept.code ?? '') === ''),
  );
  const rank = (fact: Observation): number => {
    const table = tableOf(fact.cell, tables);
    const dedicated = table?.kind?.direction === concept.direction ? 1 : 0;
    // Most of what is appropriated is of the general public budget.
    const near = concept.fund === 'fiscal-appropriation' && fact.fund === 'general-public' ? 3 : 0;
    return (fact.fund === concept.fund ? 4 : near) + dedicated + 2 * likeness(heading, table?.title ?? '');
  };
  const ranked = same
    .map((fact) => ({ fact, rank: rank(fact) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ fact }) => fact);
  const ofFund = ranked.find((fact) => fact.fund === concept.fund && isSame(reading, fact, scales));
  const equal = ofFund ?? namedCell(concept, subject, reading, tables, scales) ?? ranked.find((fact) => isSame(reading, fact, scales));
  if (typeof equal === 'string') return equal;
  return (equal ?? (must ? ranked[0] : undefined))?.cell;
}

function tableOf(cell: string, tables: readonly ReadTable[]): ReadTable | undefined {
  const id = parseCellReference(cell)?.table;
  return tables.find((table) => table.id === id);
}

/** Balance tables print functions by name alone. */
function namedCell(
  { fund, direction }: Concept,
  subject: string,
  reading: Reading,
  tables: readonly ReadTable[],
  scales: Readonly<Record<string, number>>,
): string | undefined {
  for (const table of tables) {
    if (table.kind?.fund !== fund || fund === 'all') continue;
    const row = table.rows.find((each) => plainName(each.name) === plainName(subject) && each.direction === direction);
    for (const { kind } of row ? table.columns : []) {
      const value = row?.cells.get(kind.id)?.value;
      if (!row || !value || kind.role !== 'amount' || !isSame(reading, { value, scale: table.scale ?? '' }, scales)) continue;
      return formatCellReference({ table: table.id, row: row.key, column: kind.id });
    }
  }
  return undefined;
}

/** Equal in value; where the scales differ, as far as the coarser one says. */
function isSame(reading: Reading, fact: Pick<Observation, 'value' | 'scale'>, scales: Readonly<Record<string, number>>): boolean {
  const value = parseDecimal(reading.value);
  const mine = scales[reading.unit];
  const theirs = scales[fact.scale];
  if (!value || mine === undefined || theirs === undefined) return false;
  const factor = (scale: number) => ({ coefficient: BigInt(scale), places: 0 });
  const difference = magnitude(minus(product(exact(value), factor(mine)), product(exact(fact.value), factor(theirs))));
  if (mine === theirs) return difference.coefficient === 0n;
  const coarse = mine > theirs ? product(halfPlace(value), factor(mine)) : product(halfPlace(fact.value), factor(theirs));
  return order(difference, coarse) <= 0;
}

function directionOf({ headings, piece }: TextParagraph, { number }: Reading): Direction | undefined {
  const before = piece.text.slice(0, number?.at ?? 0);
  const switches = [
    ...before.matchAll(/(收入|支出)(?:总?预算|总?决算)?(?:[^，。；：]{0,6})?(?:包括|主要包括|中|按)|(收入|支出)(?:总计|合计|预算|决算)/g),
  ].at(-1);
  const word = switches?.[1] ?? switches?.[2];
  if (word) return word === '收入' ? 'revenue' : 'expenditure';
  for (const heading of [...headings].reverse()) {
    const revenue = /收入/.test(heading);
    const expenditure = /支出|“?三公|采购|拨款规模|拨款结构|使用情况|当年拨款/.test(heading);
    if (revenue !== expenditure) return revenue ? 'revenue' : 'expenditure';
  }
  return undefined;
}

function fundOf({ headings, piece }: TextParagraph): string {
  for (const heading of [...headings].reverse()) {
    if (/政府性基金/.test(heading)) return 'government-fund';
    if (/国有资本/.test(heading)) return 'state-capital';
    if (/财政拨款收(?:入)?支(?:出)?/.test(heading)) return 'fiscal-appropriation';
    if (/一般公共预算/.test(heading)) return 'general-public';
    if (/财政拨款支出/.test(heading)) return 'fiscal-appropriation';
  }
  return /^财政拨款支出|^财政拨款收支/.test(piece.text) ? 'fiscal-appropriation' : 'all';
}

/** “财政拨款支出主要内容如下”: what the list below is paid from. */
function fundSaid(text: string): string {
  const sentence = text.slice(text.lastIndexOf('。', text.length - 2) + 1);
  if (/一般公共预算/.test(sentence)) return 'general-public';
  if (/政府性基金/.test(sentence)) return 'government-fund';
  return /财政拨款/.test(sentence) ? 'fiscal-appropriation' : 'all';
}

function freeId(id: string, ids: Map<string, number>): string {
  const times = (ids.get(id) ?? 0) + 1;
  ids.set(id, times);
  return times === 1 ? id : `${id}-${times}`;
}
