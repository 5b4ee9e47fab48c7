/** What is brought into the browser, from whole archives: codes that changed, and the real archive's measures. */
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileFolder } from '../archive/compile.ts';
import { ALL, comparisonOf } from '../comparison/comparison.ts';
import type { ComparedFigure } from '../comparison/figure.ts';
import { formatDecimal } from '../domain/decimal.ts';
import { PROJECT } from '../testing/commands.ts';
import { ownEdition } from './editions.ts';
import { subjectTitle } from './subject-names.ts';
import { subjectIds, subjectOf } from './subjects.ts';

const portAlder = await compileFolder(resolve(import.meta.dirname, '../testing/governments/port-alder'));
const real = await compileFolder(PROJECT);
const said = ({ unit, year, stage, value, scale }: ComparedFigure): string => `${unit} ${year} ${stage} ${formatDecimal(value)} ${scale}`;

describe('a code that was split', () => {
  const subject = subjectOf(portAlder, 'programs/PW.10.120');
  const published = comparisonOf(subject, ALL);
  const comparable = comparisonOf(subject, { ...ALL, basis: 'comparable' });

  it('is published for the new version alone, or with a break', () => {
    for (const { rows } of published.groups)
      for (const { cells } of rows) {
        const versions = new Set(cells.flatMap((cell) => cell?.figure.version ?? []));
        const broken = cells.some((cell) => cell?.refused);
        expect(broken).toBe(versions.size > 1);
      }
    expect(published.bridged).toBe(true);
  });

  it('is put on a comparable basis with the share that the crosswalk names, and says from what', () => {
    const made = comparable.groups.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.filter((cell) => cell?.figure.inputs)));
    expect(made.length).toBeGreaterThan(0);
    for (const cell of made) {
      const { inputs = [], origin } = cell?.figure ?? { origin: 'published' };
      expect(origin).toBe('derived');
      expect(inputs.map(({ code, share }) => `${code} × ${share}`)).toEqual(['PW.10.110 × 0.7']);
      expect(inputs[0]?.place).toMatch(/^\d{4}-\d\d-[a-z-]+\/#/);
    }
    expect(comparable.groups.some(({ rows }) => rows.some(({ cells }) => cells.some((cell) => cell?.change)))).toBe(true);
    for (const { rows } of comparable.groups) for (const { cells } of rows) expect(cells.some((cell) => cell?.refused)).toBe(false);
  });

  it('names the rows of the crosswalk', () => {
    const [bridge] = subject.bridges.filter(({ bridge: kind }) => kind === 'bridged');
    expect(bridge).toMatchObject({ older: '2023', newer: '2024' });
    expect(bridge?.steps[0]).toMatchObject({ from: 'PW.10.110', to: 'PW.10.120', share: '0.7' });
    expect(bridge?.steps[0]?.reason).toContain('Lighting');
  });
});

describe('a code whose number stayed and whose meaning did not', () => {
  const subject = subjectOf(portAlder, 'programs/PW.20');

  it('shows both figures and no difference as published, a difference when it is put on a comparable basis', () => {
    const cells = (basis: 'published' | 'comparable') =>
      comparisonOf(subject, { ...ALL, basis, stages: ['approved'] }).groups.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    const broken = cells('published').filter((cell) => cell?.refused);
    expect(broken).toHaveLength(1);
    expect(broken[0]?.change).toBeUndefined();
    expect(broken[0]?.refused?.refusals).toMatchObject([{ reason: 'version', a: '2023', b: '2024', bridge: { bridge: 'bridged' } }]);
    expect(cells('comparable').filter((cell) => cell?.refused)).toEqual([]);
    expect(cells('comparable').filter((cell) => cell?.change)).not.toEqual([]);
  });
});

describe('the real archive', () => {
  it('offers measures under their names, then codes', () => {
    const ids = subjectIds(real);
    expect(ids.slice(0, 3)).toEqual(['measures/total', 'measures/revenue', 'measures/use-basic']);
    expect(ids).toContain('functional/2040250');
    expect(ids).toContain('economic/30107');
    for (const id of ids) expect(subjectTitle(ownEdition(real), id)).not.toMatch(/^[a-z-]+$/);
  });

  it('puts 元 and 万元 into one scale, with the share in the whole', () => {
    const { figures } = subjectOf(real, 'functional/2120199');
    expect(new Set(figures.map(({ scale }) => scale))).toEqual(new Set(['万元']));
    expect(
      figures.filter(({ stage, fund }) => stage === 'approved' && fund === 'all').map(({ whole }) => whole && formatDecimal(whole)),
    ).toEqual(['16497.86', '15621.11', '18976.76']);
  });

  it('tells final accounts from execution, and what is printed as zero from what is missing', () => {
    const { figures } = subjectOf(real, 'measures/total');
    const executed = figures.filter(({ stage, fund }) => stage === 'executed' && fund === 'all');
    expect(executed.map((each) => `${said(each)} ${each.basis}`)).toEqual([
      'haining-migrant-services 2022 executed 382.72 万元 ',
      'shangyu-new-residents 2023 executed 356.54 万元 ',
      'yuecheng-migrant-services 2020 executed 359.01 万元 决算',
      'yuecheng-migrant-services 2021 executed 351.14 万元 决算',
    ]);
    expect(subjectOf(real, 'measures/procurement').figures.map(said)).toContain('haining-migrant-services 2023 approved 0 万元');
  });
});
