import { archiveTitle, type Edition } from './edition.ts';
import { unitsByRegion } from './lines.ts';
import type { UnitIndexPage } from './page.ts';

export function unitIndexPage(edition: Edition): UnitIndexPage {
  const { title, description } = edition.language.units;
  const regions = unitsByRegion(edition);
  return {
    frame: { title, description: description(archiveTitle(edition)), path: '/units/', crumbs: [] },
    regions,
    ...(regions.some(({ cities }) => cities) ? { filtered: edition.archive.units.size } : {}),
  };
}
