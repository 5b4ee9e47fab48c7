/**
 * A small made-up archive in which every rule is satisfied. Each rule's example changes one file of it.
 * 河口镇 does not exist; its figures were invented to be easy to add up.
 */
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

export const UNIT = 'content/units/river-town.mdx';
export const BUDGET = 'content/disclosures/river-town/2024-budget.mdx';
export const FOLDER = 'data/disclosures/river-town/2024-budget';
export const EXPENDITURE = `${FOLDER}/expenditure.csv`;
export const PROJECTS = `${FOLDER}/projects.csv`;
export const BALANCE = `${FOLDER}/balance.csv`;
export const EXECUTION = `${FOLDER}/execution.csv`;
export const RUBRIC = `${FOLDER}/rubric.csv`;
export const STATEMENTS = `${FOLDER}/statements.csv`;
export const CROSSWALK = 'data/crosswalks/functional-2023--functional-2024.csv';

const amount = { role: 'amount' };

export const EXAMPLE_ARCHIVE: Readonly<Record<string, string>> = {
  'data/archive.json': json({
    title: { zh: '示例档案', en: 'Example archive' },
    description: { zh: '为说明规则而编的数字。', en: 'Figures made up to explain the rules.' },
    language: 'zh-CN',
    licence: { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
    scales: { 元: 1, 万元: 10000 },
  }),
  'data/regions.csv': 'code,name,parent\n990000,示例省,\n990100,示例市,990000\n',
  'data/classifications/functional/2024.csv':
    'code,label,variants,parent,definition\n204,公共安全支出,,,\n20402,公安,,204,\n2040250,事业运行,,20402,\n2040299,其他公安支出,,20402,\n208,社会保障和就业支出,,,\n20805,行政事业单位养老支出,行政事业单位离退休,208,\n',
  'data/classifications/functional/2023.csv':
    'code,label,variants,parent,definition\n204,公共安全支出,,,\n20402,公安,,204,\n2040251,事业运行,,20402,\n2040299,其他公安支出,,20402,\n208,社会保障和就业支出,,,\n20805,行政事业单位离退休,,208,\n',
  [CROSSWALK]:
    'from,to,share,reason\n2040251,2040250,,编码改了，内容未变\n2040299,2040299,0.4,部分事项并入事业运行\n2040299,2040250,0.6,部分事项并入事业运行\n',
  'data/profiles/town-budget.json': json({
    title: { zh: '镇级单位预算' },
    type: 'budget',
    years: [2023, 2025],
    classifications: { functional: '2024' },
    tables: ['expenditure', 'balance'],
  }),
  'data/table-kinds/expenditure.json': json({
    title: { zh: '支出预算总表' },
    direction: 'expenditure',
    classification: 'functional',
    columns: [
      { id: 'code', labels: ['科目编码'], role: 'code' },
      { id: 'name', labels: ['科目名称'], role: 'name' },
      { id: 'total', labels: ['总计'], ...amount },
      { id: 'personnel', labels: ['人员支出'], ...amount, use: 'personnel' },
      { id: 'operating', labels: ['公用经费'], ...amount, use: 'operating' },
      { id: 'office', labels: ['其中办公费'], ...amount, optional: true, use: 'office' },
    ],
    rows: [{ id: 'total', labels: ['合计'], total: true }],
    identities: [
      { type: 'row-sum', total: 'total', parts: ['personnel', 'operating'] },
      { type: 'roll-up', total: 'total' },
      { type: 'at-most', total: 'operating', parts: ['office'] },
    ],
  }),
  'data/table-kinds/balance.json': json({
    title: { zh: '收支预算总表' },
    columns: [
      { id: 'direction', labels: ['方向'], role: 'direction' },
      { id: 'name', labels: ['项目'], role: 'name' },
      { id: 'amount', labels: ['预算数'], ...amount },
    ],
    rows: [
      { id: 'appropriation', labels: ['一、财政拨款'] },
      { id: 'general', labels: ['一般公共预算'] },
      { id: 'fund', labels: ['政府性基金预算'] },
      { id: 'revenue-total', labels: ['收入总计'], total: true },
      { id: 'expenditure-total', labels: ['支出总计'], total: true },
    ],
    identities: [
      { type: 'rows-sum', total: 'appropriation', parts: ['general', 'fund'] },
      { type: 'same-rows', rows: ['revenue-total', 'expenditure-total'] },
      { type: 'same-cell', row: 'expenditure-total', column: 'amount', other: { kind: 'expenditure', row: 'total', column: 'total' } },
      { type: 'same-column', by: 'name', direction: 'expenditure', column: 'amount', other: { kind: 'expenditure', column: 'total' } },
    ],
  }),
  'data/table-kinds/projects.json': json({
    title: { zh: '项目支出预算表' },
    codeFromName: true,
    classification: 'project',
    direction: 'expenditure',
    columns: [
      { id: 'name', labels: ['项目名称'], role: 'name' },
      { id: 'total', labels: ['金额'], ...amount },
    ],
    rows: [{ id: 'total', labels: ['合计'], total: true }],
    identities: [{ type: 'list-sum', total: 'total' }],
  }),
  'data/table-kinds/execution.json': json({
    title: { zh: '上年预算执行表' },
    direction: 'expenditure',
    classification: 'functional',
    columns: [
      { id: 'code', labels: ['科目编码'], role: 'code' },
      { id: 'name', labels: ['科目名称'], role: 'name' },
      { id: 'approved', labels: ['年初预算'], ...amount, stage: 'approved', yearOffset: -1 },
      { id: 'executed', labels: ['预算执行'], ...amount, stage: 'executed', yearOffset: -1 },
      { id: 'rate', labels: ['执行率'], role: 'percent' },
    ],
    identities: [{ type: 'ratio', value: 'rate', part: 'executed', whole: 'approved' }],
  }),
  'data/table-kinds/rubric.json': json({
    title: { zh: '考核评分表' },
    columns: [
      { id: 'name', labels: ['考核内容'], role: 'name', merged: true },
      { id: 'points', labels: ['总分'], role: 'count', merged: true },
      { id: 'criterion', labels: ['评分标准'], role: 'text' },
      { id: 'item', labels: ['分值'], role: 'count' },
    ],
    identities: [{ type: 'group-sum', by: 'name', total: 'points', parts: 'item' }],
  }),
  [UNIT]: '---\nname: 河口镇人民政府\nregion: "990100"\n---\n\n示例单位。\n',
  [BUDGET]: `---
title: 2024 年单位预算
profile: town-budget
scope: unit
currency: CNY
scale: 万元
source:
  form: pdf
tables:
  - id: balance
    title: 收支预算总表
  - id: expenditure
    title: 支出预算总表
  - id: projects
    title: 项目支出预算表
  - id: execution
    title: 上年预算执行表
  - id: rubric
    title: 考核评分表
---

## 支出

全年计划支出 <Figure table="expenditure" row="total" column="total" />，<Statement id="change" />。
`,
  [EXPENDITURE]:
    '科目编码,科目名称,总计,人员支出,公用经费,其中办公费\n,合计,10.00,8.00,2.00,0.50\n204,公共安全支出,10.00,8.00,2.00,0.50\n20402,公安,10.00,8.00,2.00,0.50\n2040250,事业运行,9.50,7.70,1.80,0.50\n2040299,其他公安支出,0.50,0.30,0.20,\n',
  'content/disclosures/river-town/2023-budget.mdx': `---
title: 2023 年单位预算
classifications:
  functional: '2023'
scope: unit
currency: CNY
scale: 万元
source:
  form: pdf
tables:
  - id: expenditure
    title: 支出预算总表
---
`,
  'data/disclosures/river-town/2023-budget/expenditure.csv':
    '科目编码,科目名称,总计,人员支出,公用经费\n,合计,8.00,6.50,1.50\n204,公共安全支出,8.00,6.50,1.50\n',
  [BALANCE]:
    '方向,项目,预算数\n收入,一、财政拨款,10.00\n收入,一般公共预算,10.00\n收入,政府性基金预算,\n收入,收入总计,10.00\n支出,公共安全支出,10.00\n支出,支出总计,10.00\n',
  [PROJECTS]: '项目名称,金额\n合计,3.00\n河道清理,2.00\n路灯维修,1.00\n',
  [EXECUTION]: '科目编码,科目名称,年初预算,预算执行,执行率\n204,公共安全支出,8.00,6.00,75%\n',
  [RUBRIC]: '考核内容,总分,评分标准,分值\n基础工作,30,有计划，有总结,10\n,,按时报送,20\n服务工作,70,办好实事,70\n',
  [STATEMENTS]: `id,section,subject,measure,value,unit,year,stage,basis,direction,fund,classification,code,use,cell,of,parts
total,二（一）,支出预算,amount,10.00,万元,,,,,,,,,expenditure.total.total,,
change,二（一）,比上年预算,change,2.00,万元,2023,approved,上年预算数,,,,,,expenditure.total.total,,
share,二（一）,人员支出占比,share,80.0,%,,,,,,,,,expenditure.total.personnel,expenditure.total.total,
growth,二（一）,比上年预算,growth,25.0,%,2023,approved,上年预算数,,,,,,expenditure.total.total,,
completion,二（二）,完成年初预算,completion,75.00,%,2023,executed,,,,,,,execution.204.executed,execution.204.approved,
procurement,十,政府采购,amount,3.00,万元,,,,expenditure,,procurement,,,,,statements.goods statements.services
goods,十,货物,amount,1.00,万元,,,,expenditure,,procurement,goods,,,,
services,十,服务,amount,2.00,万元,,,,expenditure,,procurement,services,,,,
`,
};
