/**
 * Every printed figure is in the archive, and nothing else: figures counted on the published documents,
 * table by table, independently of the transcription.
 */
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import type { Table } from '../domain/archive.ts';
import { filesOnDisk } from '../reading/files.ts';
import { readArchive } from '../reading/read-archive.ts';

const PRINTED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'haining-migrant-services/2023-budget': {
    'revenue-expenditure': 17,
    revenue: 0,
    expenditure: 39,
    appropriation: 17,
    'general-public-budget': 54,
    'basic-expenditure': 39,
    'three-public': 0,
    'government-fund': 0,
    'state-capital': 0,
    projects: 4,
    'key-projects': 2,
  },
  'shangyu-new-residents/2024-budget': {
    'revenue-expenditure': 26,
    revenue: 9,
    expenditure: 49,
    appropriation: 25,
    'general-public-budget': 66,
    'basic-expenditure': 43,
    'three-public': 4,
    'government-fund': 0,
    'state-capital': 0,
    projects: 12,
    'projects-2': 12,
    'project-performance': 6,
  },
  'yuecheng-migrant-services/2021-final-accounts': {
    'final-accounts-tables': 0,
    'self-evaluation-1-funds': 5,
    'self-evaluation-1-indicators': 10,
    'self-evaluation-2-funds': 7,
    'self-evaluation-2-indicators': 8,
    'project-1-funding': 5,
    'project-1-spending': 8,
  },
  'guangzhou-migrant-affairs/2016-budget': {
    'revenue-expenditure': 16,
    revenue: 9,
    expenditure: 52,
    'general-public-budget': 166,
    'goods-and-services': 26,
    'department-projects': 18,
    'public-projects': 0,
    'government-fund': 0,
    'three-public': 60,
    procurement: 38,
    'performance-targets': 1,
  },
  'putuo-wanli-subdistrict/2023-budget': {
    'revenue-expenditure': 12,
    revenue: 134,
    expenditure: 201,
    appropriation: 20,
    'general-public-budget': 201,
    'government-fund': 0,
    'state-capital': 0,
    'basic-expenditure': 63,
    'three-public': 7,
    'project-funds': 35,
    'project-indicators': 0,
  },
  'putuo-wanli-subdistrict/2024-budget': {
    'revenue-expenditure': 13,
    revenue: 335,
    expenditure: 201,
    appropriation: 22,
    'general-public-budget': 201,
    'government-fund': 0,
    'state-capital': 0,
    'basic-expenditure': 96,
    'three-public': 7,
  },
  'putuo-wanli-subdistrict/2025-budget': {
    'revenue-expenditure': 13,
    revenue: 335,
    expenditure: 201,
    appropriation: 22,
    'general-public-budget': 201,
    'government-fund': 0,
    'state-capital': 0,
    'basic-expenditure': 96,
    'three-public': 7,
  },
  'beilun-migrant-services/2023-assessment': { 'street-rubric': 19, 'body-rubric': 94 },
};

const { disclosures } = readArchive(filesOnDisk(resolve(import.meta.dirname, '../..')));
const figures = ({ rows }: Table): number => rows.flatMap(({ cells }) => [...cells.values()]).filter(({ value }) => value).length;

it.each(Object.entries(PRINTED))('%s has the figures that are printed', (key, printed) => {
  const disclosure = disclosures.find(({ unit, id }) => `${unit}/${id}` === key);
  expect(Object.fromEntries(disclosure?.tables.map((table) => [table.id, figures(table)]) ?? [])).toEqual(printed);
});
