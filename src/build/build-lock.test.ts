import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { withBuildLock } from './build-lock.ts';

const root = mkdtempSync(join(tmpdir(), 'mingzhang-lock-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

it('lets one at a time work, and says that the other waits', async () => {
  const steps: string[] = [];
  const build = (name: string) =>
    withBuildLock(
      root,
      () => void steps.push(`${name} waits`),
      async () => {
        steps.push(`${name} begins`);
        await setTimeout(50);
        steps.push(`${name} ends`);
      },
    );
  await Promise.all([build('one'), build('two')]);
  expect(steps.filter((step) => step !== 'two waits')).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
  expect(steps.indexOf('two waits')).toBeLessThan(steps.indexOf('one ends'));
  expect(steps).toContain('two waits');
});

it('does not wait for a build that was killed', async () => {
  mkdirSync(join(root, '.astro'), { recursive: true });
  // Beyond the largest number that a process can have.
  writeFileSync(join(root, '.astro/build.lock'), '4194305');
  await expect(
    withBuildLock(
      root,
      () => {},
      async () => 'built',
    ),
  ).resolves.toBe('built');
});

it('lets go after a failure', async () => {
  const failing = withBuildLock(
    root,
    () => {},
    () => Promise.reject(new Error('no')),
  );
  await expect(failing).rejects.toThrow('no');
  await expect(
    withBuildLock(
      root,
      () => {},
      async () => 'built',
    ),
  ).resolves.toBe('built');
});
