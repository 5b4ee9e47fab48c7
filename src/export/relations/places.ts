/** Whose budgets they are, and the codes that documents use. */
import type { Archive, Unit } from '../../domain/archive.ts';
import type { Classification, ClassificationCode } from '../../domain/declarations.ts';
import { addressOf, unitPath } from '../addresses.ts';
import { relation } from './relation.ts';

export const regions = relation({
  name: 'regions',
  declared: true,
  zh: '行政区划。',
  en: 'Administrative divisions.',
  key: ['region'],
  label: 'name',
  sources: ({ regions: all }) => all.values(),
  columns: [
    { name: 'region', type: 'string', zh: '区划代码', en: 'Code', of: ({ code }) => code },
    { name: 'name', type: 'string', required: true, zh: '名称', en: 'Name', of: ({ name }) => name },
    {
      name: 'parent',
      type: 'string',
      references: { relation: 'regions', column: 'region' },
      zh: '上级区划代码',
      en: 'Code of the division that it belongs to',
      of: ({ parent }) => parent,
    },
  ],
});

export const units = relation<{ readonly unit: Unit; readonly archive: Archive }>({
  name: 'units',
  zh: '预算单位。',
  en: 'Budgetary units.',
  key: ['unit'],
  label: 'name',
  *sources(archive) {
    for (const unit of archive.units.values()) yield { unit, archive };
  },
  columns: [
    { name: 'unit', type: 'string', zh: '单位编号，也是网址的一部分', en: 'Id, which is part of its address', of: ({ unit }) => unit.id },
    { name: 'name', type: 'string', required: true, zh: '全称', en: 'Name', of: ({ unit }) => unit.name },
    { name: 'short_name', type: 'string', zh: '简称', en: 'Short name', of: ({ unit }) => unit.shortName },
    {
      name: 'region',
      type: 'string',
      required: true,
      references: { relation: 'regions', column: 'region' },
      zh: '所在地区的区划代码',
      en: 'Code of its region',
      of: ({ unit }) => unit.region,
    },
    { name: 'code', type: 'string', zh: '预算单位编码', en: 'Its code in the budget system', of: ({ unit }) => unit.code },
    { name: 'parent', type: 'string', zh: '上级', en: 'The body that it belongs to', of: ({ unit }) => unit.parent },
    { name: 'nature', type: 'string', zh: '性质', en: 'Kind of body', of: ({ unit }) => unit.nature },
    {
      name: 'address',
      type: 'string',
      required: true,
      zh: '网页',
      en: 'Its page',
      of: ({ unit, archive }) => addressOf(archive.facts, unitPath(unit.id)),
    },
  ],
});

export const codes = relation<{ readonly code: ClassificationCode; readonly of: Classification }>({
  name: 'codes',
  declared: true,
  zh: '支出科目：功能分类、经济分类等，各版本分开。',
  en: 'Codes of classifications (functional, economic and others), each version by itself.',
  key: ['classification', 'version', 'code'],
  label: 'label',
  *sources({ classifications }) {
    for (const of of classifications.values()) for (const code of of.codes.values()) yield { code, of };
  },
  columns: [
    { name: 'classification', type: 'string', zh: '分类：functional 功能，economic 经济', en: 'Classification', of: ({ of }) => of.name },
    { name: 'version', type: 'string', zh: '版本', en: 'Version', of: ({ of }) => of.version },
    { name: 'code', type: 'string', zh: '科目编码', en: 'Code', of: ({ code }) => code.code },
    { name: 'label', type: 'string', required: true, zh: '科目名称', en: 'Name', of: ({ code }) => code.label },
    { name: 'parent', type: 'string', zh: '上级编码', en: 'Code that it belongs to', of: ({ code }) => code.parent },
    { name: 'definition', type: 'string', zh: '含义', en: 'What it covers', of: ({ code }) => code.definition },
  ],
});
