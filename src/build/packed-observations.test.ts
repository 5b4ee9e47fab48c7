import { deserialize, serialize } from 'node:v8';
import { expect, it } from 'vitest';
import { compileFolder } from '../archive/compile.ts';
import { PROJECT } from '../testing/commands.ts';
import { packLedger, unpackLedger } from './packed-observations.ts';

it('are unpacked as they were, and shared where they were', async () => {
  const { observations, claims } = await compileFolder(PROJECT);
  const some = observations.filter((_, index) => index % 3 > 0);
  const again = unpackLedger(deserialize(serialize(packLedger(some, claims))));
  expect(claims.length).toBeGreaterThan(10);
  expect(again).toStrictEqual({ observations: some, claims });
  // Whose best claim is among the observations, is the same there.
  const shared = claims.filter(({ best }) => some.includes(best));
  expect(shared.length).toBeGreaterThan(10);
  for (const fact of shared)
    expect(again.observations.indexOf(again.claims[claims.indexOf(fact)]?.best as never)).toBe(some.indexOf(fact.best));
});
