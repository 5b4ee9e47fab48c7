/** The published documents, the tables and figures of their text, and whether they agree. */
import type { Archive, Check, Disclosure, Statement, Table } from '../../domain/archive.ts';
import { addressOf, cellPath, disclosurePath } from '../addresses.ts';
import { relation } from './relation.ts';

interface Of {
  readonly archive: Archive;
  readonly disclosure: Disclosure;
}

export const disclosureKey = ({ unit, id }: { readonly unit: string; readonly id: string }): string => `${unit}/${id}`;

export const tableKey = (disclosure: Disclosure, table: Pick<Table, 'id'>): string => `${disclosureKey(disclosure)}/${table.id}`;

const ofDisclosure = {
  name: 'disclosure',
  type: 'string',
  required: true,
  references: { relation: 'disclosures', column: 'disclosure' },
  zh: '公开文件',
  en: 'Disclosure',
} as const;

export const disclosures = relation<Of>({
  name: 'disclosures',
  zh: '公开文件，一份一行。',
  en: 'Published documents, one a row.',
  key: ['disclosure'],
  label: 'title',
  *sources(archive) {
    for (const disclosure of archive.disclosures.values()) yield { archive, disclosure };
  },
  columns: [
    {
      name: 'disclosure',
      type: 'string',
      zh: '编号：单位/年度-类型',
      en: 'Id: unit/year-type',
      of: ({ disclosure }) => disclosureKey(disclosure),
    },
    {
      name: 'unit',
      type: 'string',
      required: true,
      references: { relation: 'units', column: 'unit' },
      zh: '预算单位',
      en: 'Budgetary unit',
      of: ({ disclosure }) => disclosure.unit,
    },
    { name: 'year', type: 'integer', required: true, zh: '年度', en: 'Fiscal year', of: ({ disclosure }) => disclosure.year },
    {
      name: 'type',
      type: 'string',
      required: true,
      zh: '类型：budget 预算，final-accounts 决算，assessment 考核，adjustment 调整',
      en: 'budget, final-accounts, assessment or adjustment',
      of: ({ disclosure }) => disclosure.type,
    },
    {
      name: 'revision',
      type: 'integer',
      required: true,
      zh: '第几次公开',
      en: 'Which publication of it, from 1',
      of: ({ disclosure }) => disclosure.revision,
    },
    { name: 'title', type: 'string', required: true, zh: '标题，照原件', en: 'Title as printed', of: ({ disclosure }) => disclosure.title },
    {
      name: 'scope',
      type: 'string',
      required: true,
      zh: '范围：unit 本单位，department 全部门（含所属单位）',
      en: 'unit, or department with subordinate units',
      of: ({ disclosure }) => disclosure.scope,
    },
    {
      name: 'currency',
      type: 'string',
      required: true,
      zh: '币种（ISO 4217）',
      en: 'Currency (ISO 4217)',
      of: ({ disclosure }) => disclosure.currency,
    },
    { name: 'scale', type: 'string', zh: '金额单位', en: 'Scale of amounts', of: ({ disclosure }) => disclosure.scale },
    { name: 'number', type: 'string', zh: '文号', en: 'Document number', of: ({ disclosure }) => disclosure.number },
    { name: 'publisher', type: 'string', zh: '发布单位', en: 'Issuing body', of: ({ disclosure }) => disclosure.publisher },
    { name: 'published', type: 'date', zh: '发布日期', en: 'Day of publication', of: ({ disclosure }) => disclosure.published },
    {
      name: 'replaces',
      type: 'string',
      references: { relation: 'disclosures', column: 'disclosure' },
      zh: '它代替的那一份',
      en: 'The disclosure that it replaces',
      of: ({ disclosure: { unit, replaces } }) => replaces && disclosureKey({ unit, id: replaces }),
    },
    {
      name: 'source_form',
      type: 'string',
      required: true,
      zh: '录入所据的形式',
      en: 'Form of the source',
      of: ({ disclosure }) => disclosure.source.form,
    },
    { name: 'source_url', type: 'string', zh: '原件网址', en: 'Address of the source', of: ({ disclosure }) => disclosure.source.url },
    {
      name: 'source_sha256',
      type: 'string',
      zh: '原件的 SHA-256',
      en: 'SHA-256 of the source',
      of: ({ disclosure }) => disclosure.source.sha256,
    },
    {
      name: 'source_taken',
      type: 'date',
      zh: '取得日期',
      en: 'Day on which the source was taken',
      of: ({ disclosure }) => disclosure.source.taken,
    },
    {
      name: 'address',
      type: 'string',
      required: true,
      zh: '网页',
      en: 'Its page',
      of: ({ archive, disclosure }) => addressOf(archive.facts, disclosurePath(disclosure)),
    },
  ],
});

export const tables = relation<Of & { readonly table: Table; readonly index: number }>({
  name: 'tables',
  zh: '文件里的表，没有印出的也在内。',
  en: 'Tables of documents, those that are absent included.',
  key: ['table'],
  label: 'title',
  *sources(archive) {
    for (const disclosure of archive.disclosures.values())
      for (const [index, table] of disclosure.tables.entries()) yield { archive, disclosure, table, index };
  },
  columns: [
    {
      name: 'table',
      type: 'string',
      zh: '编号：单位/年度-类型/表',
      en: 'Id: unit/year-type/table',
      of: ({ disclosure, table }) => tableKey(disclosure, table),
    },
    { ...ofDisclosure, of: ({ disclosure }) => disclosureKey(disclosure) },
    {
      name: 'position',
      type: 'integer',
      required: true,
      zh: '在文件里的次序，从 1 起',
      en: 'Its place in the document, from 1',
      of: ({ index }) => index + 1,
    },
    { name: 'title', type: 'string', required: true, zh: '标题，照原件', en: 'Title as printed', of: ({ table }) => table.title },
    { name: 'kind', type: 'string', zh: '表的种类', en: 'Table kind', of: ({ table }) => table.kind?.id },
    {
      name: 'state',
      type: 'string',
      required: true,
      zh: 'printed 有数，empty 空表，not-included 原件没有，not-transcribed 未录',
      en: 'printed, empty, not-included (named but absent), not-transcribed (ours to do)',
      of: ({ table }) => table.state,
    },
    { name: 'scale', type: 'string', zh: '金额单位', en: 'Scale of amounts', of: ({ table }) => table.scale },
    {
      name: 'statement',
      type: 'string',
      zh: '代替数字印出的说明',
      en: 'What is printed instead of figures',
      of: ({ table }) => table.statement,
    },
    { name: 'note', type: 'string', zh: '原表注', en: 'Printed note', of: ({ table }) => table.note },
    { name: 'remark', type: 'string', zh: '编者注', en: 'Editors’ remark', of: ({ table }) => table.remark },
    {
      name: 'csv',
      type: 'string',
      zh: '这张表的 CSV，与录入的文件逐字节相同',
      en: 'CSV of the table, byte for byte as transcribed',
      of: ({ archive, disclosure, table }) => table.file && addressOf(archive.facts, `${disclosurePath(disclosure)}${table.id}.csv`),
    },
  ],
});

export const statements = relation<Of & { readonly statement: Statement }>({
  name: 'statements',
  zh: '文件正文里印出的数字。',
  en: 'Figures that the text of documents prints outside tables.',
  key: ['disclosure', 'statement'],
  *sources(archive) {
    for (const disclosure of archive.disclosures.values())
      for (const statement of disclosure.statements) yield { archive, disclosure, statement };
  },
  columns: [
    { ...ofDisclosure, of: ({ disclosure }) => disclosureKey(disclosure) },
    { name: 'statement', type: 'string', zh: '编号，在文件里唯一', en: 'Id within the disclosure', of: ({ statement }) => statement.id },
    { name: 'section', type: 'string', required: true, zh: '所在章节', en: 'Section', of: ({ statement }) => statement.section },
    { name: 'subject', type: 'string', required: true, zh: '说的是什么', en: 'What it is of', of: ({ statement }) => statement.subject },
    {
      name: 'measure',
      type: 'string',
      required: true,
      zh: 'amount 金额，change 增减，growth 增减百分比，share 占比，completion 完成比例，count 数量',
      en: 'amount, change, growth, share, completion or count',
      of: ({ statement }) => statement.measure,
    },
    {
      name: 'value',
      type: 'decimal',
      required: true,
      zh: '数字，小数位数照原件',
      en: 'Figure with the printed decimals',
      of: ({ statement }) => statement.value,
    },
    {
      name: 'scale',
      type: 'string',
      required: true,
      zh: '单位：万元、元、%、人……',
      en: 'Scale or what is counted',
      of: ({ statement }) => statement.unit,
    },
    {
      name: 'year',
      type: 'integer',
      required: true,
      zh: '哪一年；增减的，是与之比较的那一年',
      en: 'Year of the figure; of a change or growth, of the figure that it is compared with',
      of: ({ statement }) => statement.year,
    },
    { name: 'stage', type: 'string', zh: '口径', en: 'Stage', of: ({ statement }) => statement.stage },
    { name: 'basis', type: 'string', zh: '口径的原话', en: 'The words printed for it', of: ({ statement }) => statement.basis },
    { name: 'classification', type: 'string', zh: '科目分类', en: 'Classification', of: ({ statement }) => statement.classification },
    { name: 'code', type: 'string', zh: '科目编码', en: 'Code', of: ({ statement }) => statement.code },
    {
      name: 'cell',
      type: 'string',
      zh: '印着同一个数的格子；增减、占比的，是它所说的那个数',
      en: 'The cell with the same fact; of a change or share, the figure that it is about',
      of: ({ statement }) => statement.cell,
    },
    {
      name: 'address',
      type: 'string',
      required: true,
      zh: '网址',
      en: 'Its permanent address',
      of: ({ archive, disclosure, statement }) => addressOf(archive.facts, cellPath(disclosure, `statements.${statement.id}`)),
    },
  ],
});

export const checks = relation<Of & { readonly check: Check; readonly index: number }>({
  name: 'checks',
  inVolumes: true,
  zh: '逐项核对的结果。',
  en: 'Answers of the checks.',
  key: ['disclosure', 'position'],
  *sources(archive) {
    for (const disclosure of archive.disclosures.values())
      for (const [index, check] of disclosure.checks.entries()) yield { archive, disclosure, check, index };
  },
  columns: [
    { ...ofDisclosure, of: ({ disclosure }) => disclosureKey(disclosure) },
    { name: 'position', type: 'integer', zh: '次序，从 1 起', en: 'Order, from 1', of: ({ index }) => index + 1 },
    { name: 'rule', type: 'string', required: true, zh: '规则', en: 'Rule', of: ({ check }) => check.rule },
    {
      name: 'verdict',
      type: 'string',
      required: true,
      zh: 'ok 相符，rounding 四舍五入差，fail 不符，undefined 没有答案，not-checkable 无从核对',
      en: 'ok, rounding, fail, undefined or not-checkable',
      of: ({ check }) => check.verdict,
    },
    {
      name: 'cell',
      type: 'string',
      required: true,
      zh: '被核对的格子',
      en: 'The cell that is held against others',
      of: ({ check }) => check.cell,
    },
    { name: 'stated', type: 'decimal', zh: '印出的数', en: 'Printed figure', of: ({ check }) => check.stated },
    { name: 'computed', type: 'decimal', zh: '算出的数', en: 'Computed figure', of: ({ check }) => check.computed },
    {
      name: 'tolerance',
      type: 'decimal',
      zh: '四舍五入所能解释的最大差额',
      en: 'Largest difference that rounding explains',
      of: ({ check }) => check.tolerance,
    },
    {
      name: 'acknowledged',
      type: 'string',
      zh: '原件确实如此的，编者的说明',
      en: 'Why it stands, where the document really says so',
      of: ({ check }) => check.acknowledged,
    },
  ],
});
