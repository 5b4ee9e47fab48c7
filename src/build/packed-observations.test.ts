import { deserialize, serialize } from 'node:v8';
import { expect, it } from 'vitest';
import { compileFolder } from '../archive/compile.ts';
import { PROJECT } from '../testing/commands.ts';
import { packClaims, packObservations, unpackClaims, unpackObservations } from './packed-observations.ts';

it('are unpacked as they were', async () => {
  const { observations, claims } = await compileFolder(PROJECT);
  expect(claims.length).toBeGreaterThan(10);
  expect(unpackObservations(deserialize(serialize(packObservations(observations))))).toStrictEqual(observations);
  expect(unpackClaims(deserialize(serialize(packClaims(claims))))).toStrictEqual(claims);
});
