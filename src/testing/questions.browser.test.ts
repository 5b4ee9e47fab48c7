/**
 * Twenty questions that a reporter may ask of the archive, each with the way to its answer: from the home page at most
 * three clicks (a choice from a list is one), or one search and the first result that says it.
 */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PHONE, useSite } from './browser.ts';

const { visit } = useSite();

/** One click on a link, or one choice on the page of comparisons: what is compared, or of which unit. */
type Step = { readonly link: string } | { readonly compare: string } | { readonly unit: string };

interface Question {
  readonly asked: string;
  /** Clicks from the home page, or what is typed into its search box. */
  readonly way: readonly Step[] | string;
  /** All of it stands in one row, sentence or figure of the page, or in one result of the search. */
  readonly answer: readonly string[];
}

const WANLI = '上海市普陀区人民政府万里街道办事处';
const GUANGZHOU = '广州市来穗人员服务管理局';
const YUECHENG = '绍兴市越城区流动人口服务管理中心';
const SHANGYU = '绍兴市上虞区新居民服务中心';
const HAINING = '海宁市流动人口管理服务中心';
const BEILUN = '宁波市北仑区流动人口管理服务中心';
const MOST_CLICKS = 3;

const QUESTIONS: readonly Question[] = [
  { asked: '万里街道 2025 年打算花多少钱？', way: [{ link: WANLI }], answer: ['2025年计划支出18,976.76万元'] },
  { asked: '那比上一年多多少，多百分之几？', way: [{ link: '比较' }], answer: [WANLI, '18,976.76', '比2024+3,355.65', '（+21.5%）'] },
  { asked: '广州来穗局 2016 年为什么花得多？', way: [{ link: GUANGZHOU }], answer: ['文件给出的原因', '出租屋流动人员管理专项经费增加'] },
  {
    asked: '万里街道这三年交的养老保险各是多少？',
    way: [{ link: '比较' }, { compare: '2080505 机关事业单位基本养老保险缴费支出' }],
    answer: [WANLI, '441.25', '460.85', '482.72'],
  },
  {
    asked: '万里街道的“三公”经费三年里哪年最多？',
    way: [{ link: '比较' }, { compare: '“三公”经费合计' }],
    answer: [WANLI, '22.91', '47.91', '37.91'],
  },
  {
    asked: '万里街道的机关运行经费 2024 年降了多少？',
    way: [{ link: '比较' }, { compare: '机关运行经费' }],
    answer: [WANLI, '786.09', '443.18', '比2023−342.91', '（−43.6%）'],
  },
  {
    asked: '万里街道 2025 年的政府采购比上年多了几倍？',
    way: [{ link: '比较' }, { compare: '政府采购' }],
    answer: [WANLI, '1,662.44', '4,821.20', '（+190.0%）'],
  },
  { asked: '万里街道的钱里，城乡社区支出占多大？', way: [{ link: WANLI }], answer: ['城乡社区支出', '15,436.93', '81.3%'] },
  {
    asked: '越城中心 2021 年决算花了多少，比 2020 年呢？',
    way: [{ link: '比较' }],
    answer: [YUECHENG, '359.01', '351.14', '比2020−7.87', '（−2.2%）'],
  },
  {
    asked: '越城中心年初预算 864.52 万元，决算 351.14 万元，能说“支出下降 59%”吗？',
    way: [{ link: '比较' }, { unit: YUECHENG }],
    answer: ['不能和第1组相减', '阶段不同，这里是年初预算，第1组是执行'],
  },
  {
    asked: '广州来穗局 2016 年预算比 2015 年年初预算增加多少？',
    way: [{ link: '比较' }],
    answer: [GUANGZHOU, '4,736.11', '6,150.64', '比2015+1,414.53', '（+29.9%）'],
  },
  { asked: '广州来穗局 2015 年实际花了多少？', way: [{ link: GUANGZHOU }], answer: ['2015年执行', '4,439.22'] },
  { asked: '广州来穗局有多少在职人员？', way: [{ link: GUANGZHOU }], answer: ['在职人员', '31人'] },
  {
    asked: '广州来穗局的项目支出占多大？',
    way: [{ link: '比较' }, { compare: '支出：项目' }],
    answer: [GUANGZHOU, '5,494.80', '占总支出89.3%'],
  },
  {
    asked: '海宁中心的钱有多少是人员支出？',
    way: [{ link: '比较' }, { compare: '支出：人员' }],
    answer: [HAINING, '256.41', '占总支出75.5%'],
  },
  { asked: '上虞中心的居住证工作花多少钱？', way: [{ link: SHANGYU }], answer: ['新居民居住证工作', '80.00', '42.1%'] },
  { asked: '339.43 万元这个数是哪里来的？', way: '339.43', answer: [HAINING, '339.43', '2023'] },
  {
    asked: '谁在“事业运行”（2040250）上花钱，多少？',
    way: [{ link: '功能' }, { link: '事业运行' }],
    answer: [HAINING, '2023', '223.49万元'],
  },
  {
    asked: '北仑考核街道，管理工作占几分？',
    way: [{ link: BEILUN }, { link: '2023年度流动人口服务管理目标责任制考核办法' }],
    answer: ['管理工作45分'],
  },
  { asked: '这些数字对得上吗，有多少处是原件自己对不上？', way: [{ link: '看核对结果' }], answer: ['3,558处相符', '13处原件本身不符'] },
];

describe('twenty questions', () => {
  it('are twenty, and none takes more than three clicks', () => {
    expect(QUESTIONS).toHaveLength(20);
    for (const { asked, way } of QUESTIONS) if (typeof way !== 'string') expect(way.length, asked).toBeLessThanOrEqual(MOST_CLICKS);
  });

  it.each(QUESTIONS.map((question) => [question.asked, question] as const))('%s', async (_asked, { way, answer }) => {
    const page = await visit('/', { viewport: PHONE });
    if (typeof way === 'string') await search(page, way);
    else for (const step of way) await take(page, step);
    await expect.poll(() => said(page, answer), { timeout: 10_000 }).toEqual({ answered: true, closest: '' });
  });
});

async function take(page: Page, step: Step): Promise<void> {
  const result = page.locator('[data-compare-result]');
  if ('compare' in step) {
    await page.locator('[data-compare-form] select[name="of"]').selectOption({ label: step.compare });
    return result.locator('.compared-summary', { hasText: step.compare }).waitFor();
  }
  if ('unit' in step) {
    // What opens a list shows no figure and leads nowhere: only the choice counts.
    await page.locator('[data-compare-choices] summary').first().click();
    await page.locator('[data-compare-choices]').getByLabel(step.unit).check();
    return page.waitForURL('**/compare/?unit=*');
  }
  const before = page.url();
  await page.locator('main').getByRole('link', { name: step.link }).first().click();
  await page.waitForURL((url) => url.href !== before);
}

async function search(page: Page, query: string): Promise<void> {
  await page.locator('[data-search-box]').first().fill(query);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/search/?q=*');
  await page.locator('[data-search-results] > li').first().waitFor();
}

/** Whether one thing that is seen says it all; else the one that says most of it. */
function said(page: Page, answer: readonly string[]): Promise<{ answered: boolean; closest: string }> {
  return page.evaluate((wanted) => {
    const places = [...document.querySelectorAll('main :is(tr, li, p, dl > div)')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => (element.textContent ?? '').replace(/\s+/g, ''));
    const known = places.map((text) => ({ text, count: wanted.filter((each) => text.includes(each)).length }));
    const best = known.sort((a, b) => b.count - a.count || a.text.length - b.text.length)[0];
    const answered = best?.count === wanted.length;
    return { answered, closest: answered ? '' : (best?.text.slice(0, 300) ?? '') };
  }, answer);
}
