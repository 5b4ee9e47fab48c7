/** The rule that decides whether a sentence subtracts, over both governments' archives and a made one. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileFolder } from '../archive/compile.ts';
import { refusals } from '../comparison/gate.ts';
import type { Observation } from '../domain/archive.ts';
import { parseDecimal, ZERO } from '../domain/decimal.ts';
import { PROJECT } from '../testing/commands.ts';
import { ownEdition } from './editions.ts';
import { asPrinted, observationsOfUnit, totalSeries } from './select.ts';
import { costSentence } from './sentences.ts';
import { comparedFigure } from './subjects.ts';
import { plainPhrase } from './terms.ts';
import { changeInWords, changeOf, yearChanges } from './year-change.ts';

const project = await compileFolder(PROJECT);
const portAlder = await compileFolder(join(PROJECT, 'src/testing/governments/port-alder'));

const seriesOf = (unit: string, of = project): readonly Observation[] => totalSeries(of, observationsOfUnit(of, unit));
const last = (series: readonly Observation[]): Observation => {
  const found = series.at(-1);
  if (!found) throw new Error('no figure');
  return found;
};
const sentence = (unit: string): string => {
  const series = seriesOf(unit);
  return plainPhrase(costSentence(ownEdition(project), last(series), yearChanges(project, series, last(series))));
};

it('a figure that was brought into the scale for reading stays the one that is printed', () => {
  const [total] = seriesOf('putuo-wanli-subdistrict').slice(-1);
  if (!total) throw new Error('no total');
  const printed = asPrinted(total);
  comparedFigure(project, total);
  expect([printed.scale, asPrinted(total)]).toEqual(['元', printed]);
});

describe('a sentence of what changed', () => {
  it('subtracts like from like', () => {
    expect(sentence('putuo-wanli-subdistrict')).toBe(
      '2025 年计划支出 18,976.76 万元（一般公共预算），比 2024 年初预算多 3,355.65 万元（+21.5%）',
    );
    // Execution is known of the year before too, and the document prints 1,414.53 itself.
    expect(sentence('guangzhou-migrant-affairs')).toBe(
      '2016 年计划支出 6,150.64 万元（一般公共预算），比 2015 年初预算多 1,414.53 万元（+29.9%）',
    );
  });

  it('quotes what the document says of another base, with the base that it names', () => {
    expect(sentence('haining-migrant-services')).toBe('2023 年计划支出 339.43 万元，文件称比上年执行数减少 43.29 万元（−11.3%）');
    const [change] = yearChanges(project, seriesOf('haining-migrant-services'), last(seriesOf('haining-migrant-services')));
    expect(change).toMatchObject({ kind: 'stated', statement: { id: 'expenditure-change', raw: '-43.29' }, growth: { raw: '-11.3' } });
  });

  it('sets other figures side by side, with the reason', () => {
    const series = seriesOf('guangzhou-migrant-affairs').filter(({ year, stage }) => year === 2016 || stage === 'executed');
    const changes = yearChanges(project, series, last(series));
    expect(changes).toMatchObject([{ kind: 'apart', base: { stage: 'executed' }, refusals: [{ reason: 'stage' }] }]);
    expect(plainPhrase(costSentence(ownEdition(project), last(series), changes))).toBe(
      '2016 年计划支出 6,150.64 万元（一般公共预算），2015 年执行 4,439.22 万元（阶段不同，两个数不相减）',
    );
  });

  it.each([
    ['the project', project],
    ['Port Alder', portAlder],
  ])('never subtracts what the gate keeps apart: %s', (_, archive) => {
    let differences = 0;
    for (const unit of archive.units.keys()) {
      const series = seriesOf(unit, archive);
      for (const current of series) {
        for (const change of yearChanges(archive, series, current)) {
          const why = refusals(comparedFigure(archive, change.base), comparedFigure(archive, current), []);
          if (change.kind === 'difference') expect(why).toEqual([]);
          else expect(change.kind === 'stated' || why.length > 0).toBe(true);
          if (change.kind === 'difference') differences += 1;
        }
      }
    }
    expect(differences).toBeGreaterThan(2);
  });

  it('gives a rate with its sign, rounded once', () => {
    const like = last(seriesOf('haining-migrant-services'));
    const of = (value: string): Observation => ({ ...like, value: parseDecimal(value) ?? ZERO });
    const found = changeOf(project, of('354.74'), of('351.14'));
    expect('difference' in found && changeInWords({ archive: project }, found.difference)).toEqual({
      sign: '−',
      size: '3.60',
      rate: '−1.0%',
    });
  });
});
