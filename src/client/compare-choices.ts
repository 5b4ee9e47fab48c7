/** The choices of a comparison: what the figures offer, what is chosen, and the address that says so. */
import type { Choice } from '../comparison/comparison.ts';
import type { Offer } from '../comparison/parts.ts';
import { fill, nameOf, type Speech, termInWords, yearOf } from '../comparison/words.ts';
import type { Stage } from '../domain/declarations.ts';

const STAGES: readonly Stage[] = ['proposed', 'approved', 'adjusted', 'executed'];
/** More units are found by typing. */
const UNITS_AT_ONCE = 24;

/** As the address has them, each as often as there are values. */
const KEYS = ['unit', 'year', 'stage', 'fund'] as const;

export interface Asked {
  /** Absent where the address says nothing of it. */
  readonly of?: string;
  readonly choice: Choice;
}

export function askedBy(query: string): Asked {
  const parameters = new URLSearchParams(query);
  const of = parameters.get('of');
  return {
    ...(of ? { of } : {}),
    choice: {
      units: parameters.getAll('unit'),
      years: parameters.getAll('year').map(Number).filter(Number.isInteger),
      stages: parameters.getAll('stage').filter(isStage),
      funds: parameters.getAll('fund'),
      basis: parameters.get('basis') === 'comparable' ? 'comparable' : 'published',
    },
  };
}

/** The address of what is chosen; empty for what the page shows by itself. */
export function queryFor({ of, choice }: Asked, usual: string): string {
  const parameters = new URLSearchParams();
  if (of !== undefined && of !== usual) parameters.append('of', of);
  for (const unit of choice.units) parameters.append('unit', unit);
  for (const year of choice.years) parameters.append('year', String(year));
  for (const stage of choice.stages) parameters.append('stage', stage);
  for (const fund of choice.funds) parameters.append('fund', fund);
  if (choice.basis === 'comparable') parameters.append('basis', 'comparable');
  return parameters.size > 0 ? `?${parameters}` : '';
}

/** One list to open for each thing that can be chosen; `changed` is told what is chosen now. */
export function choiceLists(offer: Offer, choice: Choice, speech: Speech, changed: (choice: Choice) => void): HTMLElement[] {
  const current: Record<(typeof KEYS)[number], Set<string>> = {
    unit: new Set(choice.units),
    year: new Set(choice.years.map(String)),
    stage: new Set(choice.stages),
    fund: new Set(choice.funds),
  };
  const report = (): void =>
    changed({
      ...choice,
      units: [...current.unit],
      years: [...current.year].map(Number).sort((a, b) => a - b),
      stages: [...current.stage].filter(isStage),
      funds: [...current.fund],
    });
  const values: Record<(typeof KEYS)[number], readonly string[]> = {
    unit: [...offer.names.keys()],
    year: offer.years.map(String),
    stage: STAGES.filter((stage) => offer.stages.includes(stage)),
    fund: offer.funds,
  };
  const label = (key: (typeof KEYS)[number], value: string): string =>
    key === 'unit' ? nameOf(speech, offer, value).text : key === 'year' ? yearOf(speech, Number(value)) : termInWords(speech, key, value);
  return KEYS.filter((key) => values[key].length > 1).map((key) =>
    choiceList(key, values[key], { chosen: current[key], label: (value) => label(key, value), speech, report }),
  );
}

function isStage(text: string): text is Stage {
  return (STAGES as readonly string[]).includes(text);
}

interface ListOptions {
  readonly chosen: Set<string>;
  readonly label: (value: string) => string;
  readonly speech: Speech;
  readonly report: () => void;
}

function choiceList(key: (typeof KEYS)[number], values: readonly string[], { chosen, label, speech, report }: ListOptions): HTMLElement {
  const { words } = speech;
  const list = document.createElement('details');
  list.className = 'choice';
  const summary = document.createElement('summary');
  const set = document.createElement('fieldset');
  const legend = document.createElement('legend');
  legend.className = 'unseen';
  legend.textContent = words.choose[key];
  const boxes = document.createElement('div');
  const say = (): void => {
    summary.textContent = fill(words.chosen, {
      what: words.choose[key],
      chosen: chosen.size === 0 ? words.everything : [...chosen].map(label).join(words.comma),
    });
  };
  const show = (filter: string): void => {
    const found = values.filter((value) => chosen.has(value) || label(value).toLowerCase().includes(filter.toLowerCase()));
    const shown = found.toSorted((a, b) => Number(chosen.has(b)) - Number(chosen.has(a))).slice(0, Math.max(UNITS_AT_ONCE, chosen.size));
    boxes.replaceChildren(
      ...shown.map((value) =>
        checkbox(key, value, label(value), chosen.has(value), (checked) => {
          if (checked) chosen.add(value);
          else chosen.delete(value);
          say();
          report();
        }),
      ),
    );
    if (found.length > shown.length) boxes.append(fill(words.moreUnits, { n: String(found.length - shown.length) }));
  };
  set.append(legend);
  if (values.length > UNITS_AT_ONCE) {
    const box = document.createElement('input');
    box.type = 'search';
    box.autocomplete = 'off';
    box.setAttribute('aria-label', fill(words.filterUnits, { n: String(values.length) }));
    box.placeholder = fill(words.filterUnits, { n: String(values.length) });
    box.addEventListener('input', () => show(box.value.trim()));
    set.append(box);
  }
  set.append(boxes);
  say();
  show('');
  list.append(summary, set);
  return list;
}

function checkbox(name: string, value: string, text: string, checked: boolean, changed: (checked: boolean) => void): HTMLLabelElement {
  const label = document.createElement('label');
  const box = document.createElement('input');
  Object.assign(box, { type: 'checkbox', name, value, checked });
  box.addEventListener('change', () => changed(box.checked));
  label.append(box, ` ${text}`);
  return label;
}
