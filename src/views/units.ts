import { archiveTitle, type Edition } from './edition.ts';
import { unitsByRegion } from './lines.ts';
import type { UnitIndexPage } from './page.ts';

export function unitIndexPage(edition: Edition): UnitIndexPage {
  const { title, description } = edition.language.units;
  return {
    frame: { title, description: description(archiveTitle(edition)), path: '/units/', crumbs: [] },
    regions: unitsByRegion(edition),
  };
}
