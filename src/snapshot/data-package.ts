/** `datapackage.json` of a snapshot (Data Package v2, https://datapackage.org/): every amount, and each printed table. */
import type { Archive } from '../domain/archive.ts';
import type { FileFacts } from '../domain/file-facts.ts';
import { packageFacts, printedResource, relationResource } from '../export/data-package.ts';
import { observations } from '../export/relations/observations.ts';

/** `factsOf` gives the facts of a file of the archive, by its path there; `amounts` is the CSV of observations. */
export function dataPackage(archive: Archive, version: string, amounts: FileFacts, factsOf: (file: string) => FileFacts): object {
  return {
    ...packageFacts(archive),
    generator: `mingzhang ${version}`,
    resources: [
      relationResource(observations, amounts, new Set()),
      ...[...archive.disclosures.values()].flatMap((disclosure) =>
        disclosure.tables.flatMap((table) =>
          table.file ? [printedResource(disclosure, table, factsOf(table.file), `${disclosure.unit}.${disclosure.id}.${table.id}`)] : [],
        ),
      ),
    ],
  };
}
