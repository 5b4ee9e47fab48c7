import { describe, expect, it } from 'vitest';
import { readClauses } from './clauses.ts';
import { compactPiece, Pieces } from './piece.ts';

const read = (text: string): string[] =>
  readClauses(compactPiece(new Pieces().piece(text, {}))).map(
    ({ measure, value, unit, subject, compared, whole, item, each, stage, year }) =>
      [
        measure,
        `${value}${unit}`,
        subject,
        ...(compared ? [`比${compared.basis}`, compared.stage ?? '?', compared.year ?? '上年'] : []),
        ...(whole === undefined ? [] : [`占${whole}`]),
        ...(item ? [item.names[2]] : []),
        ...(each ? ['各'] : []),
        ...(measure === 'amount' && stage ? [stage, year ?? ''] : []),
      ].join(' '),
  );

/** Sentence, and what each number of it is. */
const SENTENCES: readonly (readonly [text: string, ...readings: string[]])[] = [
  [
    '收入预算 339.43 万元，比上年执行数减少 43.29 万元，下降 11.3%。',
    'amount 339.43万元 收入预算',
    'change -43.29万元  比上年执行数 executed 上年',
    'growth -11.3%  比上年执行数 executed 上年',
  ],
  [
    '收入总计 10.00 万元，支出总计 10.00 万元，与 2020 年度相比，各减少 2.00 万元，下降 16.67%。',
    'amount 10.00万元 收入总计',
    'amount 10.00万元 支出总计',
    'change -2.00万元  比2020年度 ? 2020 各',
    'growth -16.67%  比2020年度 ? 2020 各',
  ],
  [
    '一般公共预算拨款收入 422.79 万元（上年结转 0.00 万元），占 100.0%。',
    'amount 422.79万元 一般公共预算拨款收入',
    'amount 0.00万元 上年结转',
    'share 100.0%  占',
  ],
  ['项目支出 57 万元，占支出预算的 16.8%；结转下年 0 元。', 'amount 57万元 项目支出', 'share 16.8%  占支出预算', 'amount 0元 结转下年'],
  [
    '“教育支出（类）其他教育支出（款）其他教育支出（项）”25.00万元，主要用于其他教育支出。2023年当年预算执行数为20.00万元，2024年预算安排25.00万元，比2023年预算执行数增加25.00%。',
    'amount 25.00万元 ” 其他教育支出',
    'amount 20.00万元 2023年当年预算执行数为 其他教育支出 executed 2023',
    'amount 25.00万元 2024年预算安排 其他教育支出',
    'growth 25.00%  比2023年预算执行数 executed 2023 其他教育支出',
  ],
  [
    '“三公”经费预算数为0.00万元，比上年预算数增加（减少）0万元，增长（下降）0%。',
    'amount 0.00万元 “三公”经费预算数为 approved ',
    'change 0万元  比上年预算数 approved 上年',
    'growth 0%  比上年预算数 approved 上年',
  ],
  ['公务接待费1.35万元，比2023年预算持平。', 'amount 1.35万元 公务接待费', 'change 0  比2023年预算 approved 2023'],
  [
    '年初预算为 8.64 万元，支出决算为 8.64 万元，完成年初预算的 100.00%。',
    'amount 8.64万元 年初预算为 approved ',
    'amount 8.64万元 支出决算为 executed ',
    'completion 100.00%  占年初预算',
  ],
  ['共有车辆 3 辆；单价 50 万元以上通用设备 1 台（套）。', 'count 3辆 共有车辆', 'count 1台（套） 单价50万元以上通用设备'],
  ['2023 年 5 月 6 日，第 3 次会议通过了 12 号文件。'],
  ['增加 5 万元。', 'amount 5万元 增加'],
];

describe('a sentence', () => {
  for (const [text, ...readings] of SENTENCES) {
    it(text, () => {
      expect(read(text)).toEqual(readings);
    });
  }
});
