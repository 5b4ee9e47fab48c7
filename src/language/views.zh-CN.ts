/** Words of the views: names of stages, funds, uses and the sentences composed from figures. */
import type { Observation } from '../domain/archive.ts';
import type { DisclosureType, Stage } from '../domain/declarations.ts';

export const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  proposed: '预算草案',
  approved: '年初预算',
  adjusted: '调整后预算',
  executed: '执行',
};

/** "2024 年初预算", "2023 年执行" */
export const yearAndStage = (year: number, stage: Stage): string =>
  stage === 'approved' ? `${year} 年初预算` : `${year} 年${STAGE_NAMES[stage]}`;

export const TYPE_NAMES: Readonly<Record<DisclosureType, string>> = {
  budget: '预算',
  'final-accounts': '决算',
  assessment: '考核',
  adjustment: '预算调整',
};

export const SCOPE_NAMES: Readonly<Record<Observation['scope'], string>> = { unit: '本单位', department: '全部门（含所属单位）' };

const FUND_NAMES: Readonly<Record<string, string>> = {
  all: '全部资金',
  'general-public': '一般公共预算',
  'government-fund': '政府性基金预算',
  'state-capital': '国有资本经营预算',
  'fiscal-appropriation': '财政拨款',
  'special-account': '财政专户管理资金',
  'unit-funds': '单位资金',
  other: '其他资金',
};

const USE_NAMES: Readonly<Record<string, string>> = {
  basic: '基本支出',
  personnel: '人员',
  operating: '日常公用',
  project: '项目',
  wages: '工资福利',
  'goods-and-services': '商品和服务',
  'individuals-and-families': '对个人和家庭的补助',
  'recurrent-projects': '经常性项目',
  'one-off-projects': '一次性项目',
};

const THREE_PUBLIC_NAMES: Readonly<Record<string, string>> = {
  '': '“三公”经费合计',
  abroad: '因公出国（境）',
  vehicles: '公务用车购置及运行',
  'vehicle-purchase': '公务用车购置',
  'vehicle-operation': '公务用车运行',
  reception: '公务接待',
};

/** Names of indicators in the order in which a unit's page shows them. */
export const INDICATOR_NAMES: Readonly<Record<string, string>> = {
  staff: '在职人员',
  'staff-quota': '编制人数',
  vehicles: '公务用车',
  'equipment-500k': '50 万元以上通用设备',
  'equipment-1m': '100 万元以上专用设备',
};

export const fundName = (fund: string): string => FUND_NAMES[fund] ?? fund;
export const useName = (use: string): string => USE_NAMES[use] ?? use;
export const threePublicName = (code: string): string => THREE_PUBLIC_NAMES[code] ?? code;

/** 类, 款, 项 by digits. */
export const codeLevelName = (code: string): string => ({ 3: '类', 5: '款', 7: '项' })[code.length] ?? '';

export const CLASSIFICATION_NAMES = { functional: '支出功能分类', economic: '部门预算经济分类' } as const;
