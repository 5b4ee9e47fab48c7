import type { Archive } from '../domain/archive.ts';
import { unitsByRegion } from './lines.ts';
import type { UnitIndexPage } from './page.ts';

export function unitIndexPage(archive: Archive): UnitIndexPage {
  return {
    frame: { title: '全部单位', description: `${archive.facts.title.zh}收录的全部单位，按地区排列。`, path: '/units/', crumbs: [] },
    regions: unitsByRegion(archive),
  };
}
