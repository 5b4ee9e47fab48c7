/** Every amount and count with what it is of and where it is printed. */
import type { Archive, Observation } from '../../domain/archive.ts';
import type { Exact } from '../../domain/exact.ts';
import { addressOf, cellPath } from '../addresses.ts';
import { baseAmount, minorPlaces, minorUnits } from '../base-amount.ts';
import { disclosureKey } from './documents.ts';
import { relation } from './relation.ts';

interface ObservationOf {
  readonly archive: Archive;
  readonly observation: Observation;
}

export const observations = relation<ObservationOf>({
  name: 'observations',
  inVolumes: true,
  zh: '全部金额和数量，一个一行：谁的、哪一年、什么口径、做什么用，出自哪一格。合计和它的分项都在内，相加前先选定一层。',
  en: 'Every amount and count, one a row: whose, which year and stage, what for, and the cell it came from. Totals stand beside their parts: choose one level before you add.',
  key: ['disclosure', 'cell'],
  *sources(archive) {
    for (const observation of archive.observations) yield { archive, observation };
  },
  columns: [
    {
      name: 'unit',
      type: 'string',
      required: true,
      references: { relation: 'units', column: 'unit' },
      zh: '预算单位',
      en: 'Budgetary unit',
      of: ({ observation }) => observation.unit,
    },
    {
      name: 'region',
      type: 'string',
      required: true,
      // The database joins it from units.
      only: 'files',
      references: { relation: 'regions', column: 'region' },
      zh: '单位所在地区的区划代码',
      en: 'Code of the unit’s region',
      of: ({ archive, observation }) => regionOf(archive, observation),
    },
    {
      name: 'year',
      type: 'integer',
      required: true,
      zh: '这个数是哪一年的',
      en: 'Fiscal year of the figure',
      of: ({ observation }) => observation.year,
    },
    {
      name: 'stage',
      type: 'string',
      required: true,
      zh: '口径：proposed 草案，approved 年初预算，adjusted 调整后预算，executed 执行或决算',
      en: 'proposed, approved, adjusted or executed',
      of: ({ observation }) => observation.stage,
    },
    { name: 'basis', type: 'string', zh: '口径的原话', en: 'The words printed for the stage', of: ({ observation }) => observation.basis },
    {
      name: 'direction',
      type: 'string',
      zh: 'revenue 收入，expenditure 支出',
      en: 'revenue or expenditure',
      of: ({ observation }) => observation.direction,
    },
    {
      name: 'fund',
      type: 'string',
      required: true,
      zh: '资金来源；all 是全部资金',
      en: 'Fund; all of them is all',
      of: ({ observation }) => observation.fund,
    },
    {
      name: 'use',
      type: 'string',
      zh: '用途：基本、人员、公用、项目……；空白是不分用途',
      en: 'Use; absent where undivided',
      of: ({ observation }) => observation.use,
    },
    {
      name: 'classification',
      type: 'string',
      zh: '按哪一种科目分类',
      en: 'Classification of the code',
      of: ({ observation }) => observation.classification,
    },
    {
      name: 'code',
      type: 'string',
      zh: '科目编码；空白是这一分类的合计',
      en: 'Code; absent for the total of its classification',
      of: ({ observation }) => observation.code || undefined,
    },
    {
      name: 'label',
      type: 'string',
      zh: '印在旁边的名称',
      en: 'Name printed beside it',
      of: ({ observation }) => observation.label || undefined,
    },
    {
      name: 'measure',
      type: 'string',
      required: true,
      zh: 'amount 金额，count 数量',
      en: 'amount or count',
      of: ({ observation }) => observation.measure,
    },
    {
      name: 'value',
      type: 'decimal',
      required: true,
      zh: '数字，小数位数照原件',
      en: 'Figure with the printed decimals',
      of: ({ observation }) => observation.value,
    },
    {
      name: 'scale',
      type: 'string',
      required: true,
      zh: '万元、元；数量则是所数之物',
      en: 'Scale of the figure; for a count, what is counted',
      of: ({ observation }) => observation.scale,
    },
    {
      name: 'amount',
      type: 'decimal',
      only: 'files',
      zh: '折成元的金额，精确；不同单位的数可以相加',
      en: 'The amount in ones of the currency, exact, so that figures of different scale can be added',
      of: ({ archive, observation }) => amountOf(archive, observation),
    },
    {
      name: 'amount_minor',
      type: 'integer',
      only: 'database',
      zh: '金额，以表 archive 的 minor_per_one 分之一元（通常是分）计的整数，因此相加不差分毫',
      en: 'The amount as a whole number of the smallest part of the currency (minor_per_one of table archive, usually hundredths), so that sums are exact',
      of: ({ archive, observation }) => {
        const amount = amountOf(archive, observation);
        return amount && minorUnits(amount, minorPlaces(archive));
      },
    },
    {
      name: 'scope',
      type: 'string',
      required: true,
      zh: 'unit 本单位，department 全部门',
      en: 'unit or department',
      of: ({ observation }) => observation.scope,
    },
    {
      name: 'origin',
      type: 'string',
      required: true,
      zh: 'published 表中所载，stated 文中所述，derived 由所述增减推算',
      en: 'published in a table, stated in the text, derived from a stated change',
      of: ({ observation }) => observation.origin,
    },
    {
      name: 'disclosure',
      type: 'string',
      required: true,
      references: { relation: 'disclosures', column: 'disclosure' },
      zh: '出自哪一份文件',
      en: 'The disclosure that says so',
      of: ({ observation: { unit, disclosure } }) => disclosureKey({ unit, id: disclosure }),
    },
    {
      name: 'cell',
      type: 'string',
      required: true,
      zh: '出自哪一格：表.行.栏',
      en: 'The cell: table.row.column',
      of: ({ observation }) => observation.cell,
    },
    {
      name: 'address',
      // The database joins it from disclosures.
      only: 'files',
      type: 'string',
      zh: '那一格的永久网址，可以引用',
      en: 'Permanent address of the cell, to cite',
      of: ({ archive, observation: { unit, disclosure, cell } }) => addressOf(archive.facts, cellPath({ unit, id: disclosure }, cell)),
    },
  ],
});

function amountOf({ facts }: Archive, { measure, value, scale }: Observation): Exact | undefined {
  return measure === 'amount' ? baseAmount(value, scale, facts.scales) : undefined;
}

function regionOf({ units }: Archive, { unit }: Observation): string {
  return units.get(unit)?.region ?? '';
}
