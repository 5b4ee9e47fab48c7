/** What holds where an archive declares nothing of its own: the words and forms of Chinese budgets. */
import type { ArchiveFacts } from './declarations.ts';
import { CALENDAR_YEARS } from './fiscal-year.ts';
import { PLAIN_NUMBERS } from './number-format.ts';

type Declarable = 'currency' | 'numbers' | 'fiscalYear' | 'stages' | 'types' | 'classifications' | 'divisions';

export const CHINESE_BUDGETS: Pick<ArchiveFacts, Declarable> = {
  currency: { code: 'CNY', unit: { zh: '元', en: 'yuan' } },
  numbers: PLAIN_NUMBERS,
  fiscalYear: CALENDAR_YEARS,
  stages: [],
  types: [],
  classifications: [
    {
      id: 'functional',
      name: { zh: '支出功能分类', en: 'Functional classification' },
      answers: 'purpose',
      levels: [
        { zh: '类', en: 'Class' },
        { zh: '款', en: 'Section' },
        { zh: '项', en: 'Item' },
      ],
      join: '',
    },
    {
      id: 'economic',
      name: { zh: '部门预算经济分类', en: 'Economic classification' },
      answers: 'nature',
      levels: [
        { zh: '类', en: 'Class' },
        { zh: '款', en: 'Section' },
      ],
      join: '',
    },
  ],
  divisions: [
    ['personnel', 'operating', 'project'],
    ['wages', 'goods-and-services', 'individuals-and-families', 'project'],
    ['basic', 'project'],
  ],
};
