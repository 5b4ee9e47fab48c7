/** Words of the views: names of stages, funds, uses and the sentences composed from figures. */
import type { Observation, Origin } from '../domain/archive.ts';
import type { DisclosureType, Stage } from '../domain/declarations.ts';
import type { Verdict } from '../domain/finding.ts';

export interface VerdictWords {
  readonly sign: string;
  readonly name: string;
  readonly explanation: string;
}

/** The one list of what a check can answer, in the order in which readers are told of it. */
export const VERDICTS: Readonly<Record<Verdict, VerdictWords>> = {
  ok: { sign: '=', name: '相符', explanation: '各数相加正好等于印出的数，或两处印的数完全相同。' },
  rounding: { sign: '≈', name: '四舍五入差', explanation: '差额在四舍五入所能解释的范围之内：每个印出的数允许末位的一半。' },
  fail: { sign: '≠', name: '不符', explanation: '超出四舍五入所能解释的范围。原件确实如此的，附有说明。' },
  undefined: { sign: '÷0', name: '没有答案', explanation: '除数为零的百分比，印成 0% 还是 100% 都没有意义。' },
  'not-checkable': { sign: '？', name: '无从核对', explanation: '原件缺少核对所需的数，不算通过。' },
};

export const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  proposed: '预算草案',
  approved: '年初预算',
  adjusted: '调整后预算',
  executed: '执行',
};

/** Where a figure was found. */
export const ORIGIN_NAMES: Readonly<Record<Origin, string>> = { published: '表中所载', stated: '文中所述', derived: '推算' };

/** "2024 年初预算", "2023 年执行" */
export const yearAndStage = (year: number, stage: Stage): string =>
  stage === 'approved' ? `${year} 年初预算` : `${year} 年${STAGE_NAMES[stage]}`;

export const TYPE_NAMES: Readonly<Record<DisclosureType, string>> = {
  budget: '预算',
  'final-accounts': '决算',
  assessment: '考核',
  adjustment: '预算调整',
};

/** "2024 年预算"; a replacement is told apart from what it replaces. */
export const documentName = ({ year, type, revision }: { year: number; type: DisclosureType; revision: number }): string =>
  `${year} 年${TYPE_NAMES[type]}${revisionNote(revision)}`;

/** "（第 2 次公开）" for a replacement, nothing for the first publication. */
export const revisionNote = (revision: number): string => (revision > 1 ? `（第 ${revision} 次公开）` : '');

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
