/**
 * What the words of a disclosure's text are of. Each term of budgets by its meaning: the dimensions that
 * `statements.csv` has for it, and the word that its ids are made of. Terms only, no sentences: adding one is one line.
 */
import type { Dimensions, Direction } from '../../domain/declarations.ts';

export interface Concept extends Dimensions {
  /** For ids; unique among the concepts of a section. */
  readonly slug: string;
}

type Term = readonly [pattern: RegExp, slug: string, dimensions: Dimensions];

const SOURCE = { direction: 'revenue', classification: 'revenue-source' } as const;
const SPENDING = { direction: 'expenditure', classification: 'functional' } as const;
const THREE = { direction: 'expenditure', fund: 'general-public', classification: 'three-public' } as const;
const BUYING = { direction: 'expenditure', classification: 'procurement' } as const;
const COUNTED = { classification: 'indicator' } as const;

/** Where a text speaks of money that comes in. */
const REVENUE: readonly Term[] = [
  [/^(?:本年)?(?:收支)?总?(?:收支|收入)(?:总预算|总决算)$/, 'budget-total', { ...SOURCE, code: '' }],
  [/^(?:部门|单位)?(?:收入预算|收入总预算|收入预算总额|收入总计|收入预算数|总收入)$/, 'revenue-total', { ...SOURCE, code: '' }],
  [/^(?:本年)?收入合计$|^本年收入$/, 'revenue-current', { ...SOURCE, code: 'current-year' }],
  [
    /^财政拨款(?:（补助）)?(?:收入|资金|预算)?(?:（财政补助收入）)?$/,
    'revenue-fiscal-appropriation',
    { ...SOURCE, code: 'fiscal-appropriation' },
  ],
  [/^财政拨款收支(?:总预算|总决算|预算|决算)$/, 'appropriation-total', { ...SOURCE, fund: 'fiscal-appropriation', code: '' }],
  [/^财政拨款收入(?:总计|合计)$/, 'fiscal-revenue-total', { ...SOURCE, fund: 'fiscal-appropriation', code: '' }],
  [/^一般公共预算(?:财政)?(?:拨款)?(?:收入|资金|预算)?$/, 'revenue-general-public', { ...SOURCE, code: 'general-public' }],
  [/^政府性基金(?:预算)?(?:财政)?(?:拨款)?(?:收入|资金)?$/, 'revenue-government-fund', { ...SOURCE, code: 'government-fund' }],
  [/^国有资本经营(?:预算)?(?:财政)?(?:拨款)?(?:收入|资金)?$/, 'revenue-state-capital', { ...SOURCE, code: 'state-capital' }],
  [/^(?:财政)?专户(?:管理)?资金(?:收入)?$/, 'revenue-special-account', { ...SOURCE, code: 'special-account' }],
  [/^事业收入(?:（.*）)?$/, 'revenue-institutional', { ...SOURCE, code: 'institutional' }],
  [/^(?:事业单位)?经营(?:性)?收入$/, 'revenue-operating', { ...SOURCE, code: 'operating' }],
  [/^上级补助收入$/, 'revenue-superior-subsidy', { ...SOURCE, code: 'superior-subsidy' }],
  [/^附属单位上缴收入$/, 'revenue-subordinate-remittance', { ...SOURCE, code: 'subordinate-remittance' }],
  [/^其他收入$/, 'revenue-other', { ...SOURCE, code: 'other' }],
  [/^(?:用事业基金弥补收支差额|使用非财政拨款结余)$/, 'revenue-reserve-fund', { ...SOURCE, code: 'reserve-fund' }],
  [/^(?:上年|年初)结转(?:和?结余)?(?:收入|资金)?$/, 'revenue-carry-over', { ...SOURCE, code: 'carry-over' }],
];

/** Where it speaks of money that goes out, by use and as a whole. */
const EXPENDITURE: readonly Term[] = [
  [/^(?:部门|单位)?(?:支出预算|支出总预算|支出预算总额|支出总计|支出预算数|总支出)$/, 'expenditure-total', { ...SPENDING, code: '' }],
  [/^本年支出(?:合计)?$|^支出合计$/, 'expenditure-current', { ...SPENDING, code: '' }],
  [/^财政拨款支出(?:预算|总计|合计)?$/, 'fiscal-expenditure-total', { ...SPENDING, fund: 'fiscal-appropriation', code: '' }],
  [
    /^一般公共预算(?:当年)?(?:财政)?(?:拨款)?(?:支出|安排支出)?(?:预算)?$/,
    'general-public-total',
    { ...SPENDING, fund: 'general-public', code: '' },
  ],
  [
    /^政府性基金(?:预算)?(?:财政)?(?:拨款)?(?:支出)?(?:预算)?$/,
    'government-fund-total',
    { ...SPENDING, fund: 'government-fund', code: '' },
  ],
  [
    /^国有资本经营(?:预算)?(?:财政)?拨款(?:支出)?(?:预算)?$|^国有资本经营预算(?:财政)?(?:支出)?预算$/,
    'state-capital-total',
    { ...SPENDING, fund: 'state-capital', code: '' },
  ],
  [/^(?:一般公共预算)?(?:财政拨款)?基本支出$/, 'basic', { ...SPENDING, use: 'basic', code: '' }],
  [/^(?:人员|工资)(?:支出|经费)$/, 'personnel', { ...SPENDING, use: 'personnel', code: '' }],
  [/^(?:日常)?公用(?:支出|经费)$/, 'operating', { ...SPENDING, use: 'operating', code: '' }],
  [/^(?:一般公共预算)?(?:安排)?项目支出$/, 'project', { ...SPENDING, use: 'project', code: '' }],
  [/^(?:事业单位)?经营支出$/, 'business-operation', { ...SPENDING, use: 'business-operation', code: '' }],
  [/^上缴上级支出$/, 'remitted-upward', { ...SPENDING, use: 'remitted-upward', code: '' }],
  [/^对附属单位补助支出$/, 'subsidies-to-subordinates', { ...SPENDING, use: 'subsidies-to-subordinates', code: '' }],
  [/^工资福利支出$/, 'wages', { ...SPENDING, use: 'wages', code: '' }],
  [/^(?:基本支出（)?商品和服务支出(?:）)?(?:预算)?$/, 'goods-and-services', { ...SPENDING, use: 'goods-and-services', code: '' }],
  [/^对个人和家庭的?补助(?:支出)?$/, 'individuals-and-families', { ...SPENDING, use: 'individuals-and-families', code: '' }],
  [/^(?:资本性支出)$/, 'capital', { ...SPENDING, use: 'capital', code: '' }],
  [/^(?:结转下年|年终结转结余|年末结转和结余)$/, 'carry-forward', { ...SPENDING, use: 'carry-forward', code: '' }],
];

/** Money for particular things, wherever they are spoken of. */
const PARTICULAR: readonly Term[] = [
  [/^(?:部门)?“?三公”?经费(?:预算|支出)?(?:一般公共预算财政拨款支出)?(?:合计)?(?:预算)?$/, 'three-public', { ...THREE, code: '' }],
  [/^因公出国（境）(?:费用?|经费)?(?:支出)?$/, 'abroad', { ...THREE, code: 'abroad' }],
  [/^公务接待(?:费用?)?(?:支出)?$/, 'reception', { ...THREE, code: 'reception' }],
  [/^公务(?:用|车)?(?:用)?车购置(?:及|和)运行(?:维护)?费?(?:支出)?$/, 'vehicles-cost', { ...THREE, code: 'vehicles' }],
  [/^公务用车购置(?:费|支出)?(?:支出)?$/, 'vehicle-purchase', { ...THREE, code: 'vehicle-purchase' }],
  [/^公务(?:用|车)?(?:用)?车运行(?:维护)?费?(?:支出)?$/, 'vehicle-operation', { ...THREE, code: 'vehicle-operation' }],
  [/^外宾接待支出$/, 'reception-foreign', { ...THREE, code: 'reception-foreign' }],
  [/^其他国内公务接待支出$/, 'reception-domestic-other', { ...THREE, code: 'reception-domestic-other' }],
  [/^国内公务接待(?:费|支出)$/, 'reception-domestic', { ...THREE, code: 'reception-domestic' }],
  [/^会议费$/, 'meetings', { ...THREE, code: 'meetings' }],
  [/^培训费$/, 'training', { ...THREE, code: 'training' }],
  [/机关运行经费(?:财政拨款)?(?:预算|支出)?$/, 'agency-operation', { direction: 'expenditure', ...COUNTED, code: 'agency-operation' }],
  [/政府采购(?:预算|支出)?(?:总额)?$/, 'procurement', { ...BUYING, code: '' }],
  [/^政府采购货物(?:预算|支出)$/, 'procurement-goods', { ...BUYING, code: 'goods' }],
  [/^政府采购工程(?:预算|支出)$/, 'procurement-works', { ...BUYING, code: 'works' }],
  [/^政府采购服务(?:预算|支出)$/, 'procurement-services', { ...BUYING, code: 'services' }],
  [/(?:小微企业|小型和微型企业)/, 'procurement-micro', { ...BUYING, code: 'micro' }],
  [/中小企业/, 'procurement-sme', { ...BUYING, code: 'sme' }],
  [/^流动资产(?:总额)?$/, 'assets-current', { ...COUNTED, code: 'assets-current' }],
  [/^其他固定资产$/, 'assets-other', { ...COUNTED, code: 'assets-other' }],
  [/^固定资产(?:总额)?$/, 'assets-fixed', { ...COUNTED, code: 'assets-fixed' }],
  [/^无形资产$/, 'intangible', { ...COUNTED, code: 'intangible' }],
  [/^长期投资$/, 'investments', { ...COUNTED, code: 'investments' }],
  [/^(?:项目)?全年预算数?$/, 'self-evaluated-budget', { ...COUNTED, code: 'self-evaluated-budget' }],
  [/^第一季度(?:用款|资金|支出)?计划$/, 'quarter-1', { ...COUNTED, code: 'quarter-1' }],
  [/^第二季度(?:用款|资金|支出)?计划$/, 'quarter-2', { ...COUNTED, code: 'quarter-2' }],
  [/^第三季度(?:用款|资金|支出)?计划$/, 'quarter-3', { ...COUNTED, code: 'quarter-3' }],
  [/^第四季度(?:用款|资金|支出)?计划$/, 'quarter-4', { ...COUNTED, code: 'quarter-4' }],
  [/^在建工程$/, 'construction', { ...COUNTED, code: 'construction' }],
  [
    /(?:绩效目标|绩效自评|绩效评审|绩效评价|实行绩效).*(?:资金|预算|拨款|金额)|^共?涉及(?:项目)?(?:预算)?(?:一般公共预算)?(?:当年)?(?:财政)?(?:拨款|资金|金额|支出$)/,
    'performance-amount',
    { ...COUNTED, code: 'performance-amount' },
  ],
];

/** What is counted. */
const COUNTS: readonly Term[] = [
  [/省部级(?:及以上)?领导(?:干部)?用车/, 'vehicles-leaders', { ...COUNTED, code: 'vehicles-leaders' }],
  [/(?:副?部（省）级|部级)(?:及以上)?领导(?:干部)?用车/, 'vehicles-ministerial', { ...COUNTED, code: 'vehicles-ministerial' }],
  [/主要领导(?:干部)?用车/, 'vehicles-principal-leaders', { ...COUNTED, code: 'vehicles-principal-leaders' }],
  [/一般公务用车/, 'vehicles-general', { ...COUNTED, code: 'vehicles-general' }],
  [/机要通信用车(?:及|和)应急保障用车/, 'vehicles-confidential-emergency', { ...COUNTED, code: 'vehicles-confidential-emergency' }],
  [/机要通信用车/, 'vehicles-confidential', { ...COUNTED, code: 'vehicles-confidential' }],
  [/应急保障用车/, 'vehicles-emergency', { ...COUNTED, code: 'vehicles-emergency' }],
  [/执法执勤(?:用车|车辆)/, 'vehicles-law-enforcement', { ...COUNTED, code: 'vehicles-law-enforcement' }],
  [/特种专业技术用车/, 'vehicles-special-technical', { ...COUNTED, code: 'vehicles-special-technical' }],
  [/(?:离退休|老)干部(?:服务)?用车/, 'vehicles-retired-cadres', { ...COUNTED, code: 'vehicles-retired-cadres' }],
  [/行政执法专用车/, 'vehicles-administrative-enforcement', { ...COUNTED, code: 'vehicles-administrative-enforcement' }],
  [/其他用车|其他车辆/, 'vehicles-other', { ...COUNTED, code: 'vehicles-other' }],
  [/(?:经批准)?购置的?(?:公务用车)?$/, 'vehicles-approved', { ...COUNTED, code: 'vehicles-approved' }],
  [/公务用车保有量/, 'vehicles-kept', { ...COUNTED, code: 'vehicles-kept' }],
  [/车辆(?:共计)?$|公务用车$/, 'vehicles', { ...COUNTED, code: 'vehicles' }],
  [/50万元(?:（含）)?以上.*设备/, 'equipment-500k', { ...COUNTED, code: 'equipment-500k' }],
  [/100万元(?:（含）)?以上.*设备/, 'equipment-1m', { ...COUNTED, code: 'equipment-1m' }],
  [/200万元(?:（含）)?以上.*(?:设备|设施)/, 'equipment-2m', { ...COUNTED, code: 'equipment-2m' }],
  [/^专用设备$/, 'equipment-special', { ...COUNTED, code: 'equipment-special' }],
  [/^通用设备$/, 'equipment-general', { ...COUNTED, code: 'equipment-general' }],
  [/用地面积/, 'site-area', { ...COUNTED, code: 'site-area' }],
  [/地上(?:建筑)?面积/, 'above-ground-area', { ...COUNTED, code: 'above-ground-area' }],
  [/地下(?:建筑)?面积/, 'below-ground-area', { ...COUNTED, code: 'below-ground-area' }],
  [/不计容(?:建筑)?面积/, 'uncounted-area', { ...COUNTED, code: 'uncounted-area' }],
  [/计容(?:建筑)?面积/, 'counted-area', { ...COUNTED, code: 'counted-area' }],
  [/(?:规划|总)?建筑面积/, 'floor-area', { ...COUNTED, code: 'floor-area' }],
  [/房屋$/, 'buildings-area', { ...COUNTED, code: 'buildings-area' }],
  [/长期投资$/, 'investments-count', { ...COUNTED, code: 'investments-count' }],
  [/在建工程$/, 'construction-count', { ...COUNTED, code: 'construction-count' }],
  [/无形资产$/, 'intangible-count', { ...COUNTED, code: 'intangible-count' }],
  [/因公出国（境）团组|国（境）.*团组/, 'abroad-groups', { ...COUNTED, code: 'abroad-groups' }],
  [/外宾接待.*团组|外宾接待批次|外宾接待.*人次/, 'reception-foreign-groups', { ...COUNTED, code: 'reception-foreign-groups' }],
  [/其他国内公务接待/, 'reception-domestic-other-groups', { ...COUNTED, code: 'reception-domestic-other-groups' }],
  [/国内公务接待/, 'reception-domestic-groups', { ...COUNTED, code: 'reception-domestic-groups' }],
  [/总?编制人?数?(?:总数)?$|编制$/, 'staff-quota', { ...COUNTED, code: 'staff-quota' }],
  [/(?:在职)?实有(?:在职)?人[数员]$|^在职(?:人员)?$/, 'staff', { ...COUNTED, code: 'staff' }],
  [/(?:离退休|退休)人员$/, 'retired', { ...COUNTED, code: 'retired' }],
  [/内设(?:机构|科室|处室)/, 'internal-divisions', { ...COUNTED, code: 'internal-divisions' }],
  [/行政单位/, 'administrative-units', { ...COUNTED, code: 'administrative-units' }],
  [/参公/, 'civil-service-units', { ...COUNTED, code: 'civil-service-units' }],
  [/事业单位/, 'institutions', { ...COUNTED, code: 'institutions' }],
  [/预算单位/, 'performance-units', { ...COUNTED, code: 'performance-units' }],
  [/项目/, 'performance-projects', { ...COUNTED, code: 'projects' }],
];

/** What an amount's words are of; `said` is what its section is about. */
export function conceptOf(subject: string, said: Direction | undefined): Concept | undefined {
  const general =
    said === 'revenue'
      ? [...REVENUE, ...EXPENDITURE]
      : said === 'expenditure'
        ? [...EXPENDITURE, ...REVENUE]
        : [...EXPENDITURE, ...REVENUE];
  return find([...PARTICULAR, ...general], subject);
}

export function countedConcept(subject: string, unit: string): Concept | undefined {
  const concept = find(COUNTS, subject);
  const equipment = concept?.slug.startsWith('equipment');
  const vehicles = concept?.slug.startsWith('vehicles');
  if (
    (vehicles && unit !== '辆' && unit !== '台') ||
    (unit === '平方米') !== (concept?.slug.endsWith('-area') ?? false) ||
    (equipment && !/台|套|件/.test(unit))
  )
    return undefined;
  return concept;
}

function find(terms: readonly Term[], subject: string): Concept | undefined {
  const found = terms.find(([pattern]) => pattern.test(subject));
  return found && { slug: found[1], ...found[2] };
}
