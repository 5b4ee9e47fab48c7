import { expect, it } from 'vitest';
import type { Drawing } from '../views/page.ts';
import { chartCsv } from './chart-picture.ts';

const drawing: Drawing = {
  form: 'years',
  unit: '万元',
  categories: ['2023', '=2024', '办公,差旅'],
  series: [
    {
      label: '年初预算',
      points: [
        { value: 6150.6, text: '6,150.60' },
        { value: null, text: '' },
        { value: 0, text: '0.00' },
      ],
    },
    {
      label: '执行',
      points: [
        { value: -3.6, text: '−3.60' },
        { value: 1, text: '1' },
      ],
    },
  ],
};

it('a chart as a table has its figures as shown, its gaps blank, and nothing that a spreadsheet would run', () => {
  expect(chartCsv(drawing)).toBe('\ufeff,年初预算（万元）,执行（万元）\r\n2023,6150.60,-3.60\r\n\'=2024,,1\r\n"办公,差旅",0.00,\r\n');
});

it('and plain figures, however the archive prints its own', () => {
  const numbers = { decimal: ',', group: ' ', groups: [3], negative: ['(1)'] } as const;
  const points = ['6\u202f150,60', '(3,60)'].map((text) => ({ value: 1, text }));
  const foreign: Drawing = { form: 'years', unit: 'k€', categories: ['2023', '2024'], series: [{ label: 'Voté', points }], numbers };
  expect(chartCsv(foreign)).toBe('\ufeff,Voté（k€）\r\n2023,6150.60\r\n2024,-3.60\r\n');
});
