/**
 * A large archive's data in volumes, as an encyclopaedia is: units that follow each other, with all that is known of
 * them. No host of files takes a table of a million rows, no spreadsheet opens it; and a changed figure is one volume.
 */
import { createHash } from 'node:crypto';
import type { Archive } from '../domain/archive.ts';
import type { Volume } from '../domain/volume.ts';
import { type Relation, relation } from './relations/relation.ts';

/** From so many documents on; their figures as JSON are some 25 megabytes, the most that many hosts take. */
const FROM = 200;

export function isInVolumes(documents: number): boolean {
  return documents >= FROM;
}

export const volumeFolder = (volume: string): string => `data/volumes/${volume}`;

/** Of a part of an archive. */
export function volumeName({ units }: Archive): string {
  const [first = ''] = units.keys();
  return first;
}

/** A version of its own, which changes with the records of its units and with nothing else in the archive. */
export function volumeVersion({ units }: Archive): string {
  const versions = [...units.values()].map(({ id, version }) => `${version}  ${id}\n`);
  return createHash('sha256').update(versions.join('')).digest('hex');
}

export function volumesRelation(all: readonly Volume[]): Relation {
  return relation<Volume>({
    name: 'volumes',
    zh: '分册：相邻的单位合为一册，各册有自己的数据。',
    en: 'Volumes: units that follow each other, with their data.',
    key: ['volume'],
    sources: () => all,
    columns: [
      {
        name: 'volume',
        type: 'string',
        references: { relation: 'units', column: 'unit' },
        zh: '册名，也是册中第一个单位的编号',
        en: 'Its name, which is the id of its first unit',
        of: ({ volume }) => volume,
      },
      {
        name: 'last',
        type: 'string',
        required: true,
        references: { relation: 'units', column: 'unit' },
        zh: '册中最后一个单位；单位按编号的字符次序排列',
        en: 'Its last unit; units are in the order of their ids, character by character',
        of: ({ last }) => last,
      },
      { name: 'units', type: 'integer', required: true, zh: '几个单位', en: 'Units', of: ({ units }) => units },
      { name: 'disclosures', type: 'integer', required: true, zh: '几份文件', en: 'Documents', of: ({ disclosures }) => disclosures },
      {
        name: 'observations',
        type: 'integer',
        required: true,
        zh: '几个金额和数量',
        en: 'Amounts and counts',
        of: ({ observations }) => observations,
      },
      {
        name: 'package',
        type: 'string',
        required: true,
        zh: '说明各文件的 Data Package，自网站的顶层起',
        en: 'The Data Package that describes its files, from the top of the site',
        of: ({ described }) => described.path,
      },
      {
        name: 'sha256',
        type: 'string',
        required: true,
        zh: '这个说明的 SHA-256；说明里有各文件的 SHA-256，所以它没有变，这一册就没有变，不必再取',
        en: 'SHA-256 of that package, which names those of the files: while it stays, nothing in the volume has changed',
        of: ({ described }) => described.sha256,
      },
    ],
  });
}
