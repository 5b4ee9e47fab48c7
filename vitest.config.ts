import { defineConfig } from 'vitest/config';

// A busy machine is slow, not wrong: what must be quick says so itself.
const TIME = { testTimeout: 120_000, hookTimeout: 180_000, expect: { poll: { timeout: 20_000 } } };
const SPEED = 'src/testing/lighthouse.browser.test.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts'],
          exclude: ['src/**/*.browser.test.ts', 'src/**/*.build.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['src/**/*.browser.test.ts', 'src/**/*.build.test.ts'],
          exclude: [SPEED],
          ...TIME,
          globalSetup: 'src/testing/built-site.ts',
          // Two cores.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // Speed is measured when nothing else runs.
        test: { name: 'speed', include: [SPEED], ...TIME, globalSetup: 'src/testing/built-site.ts', sequence: { groupOrder: 2 } },
      },
    ],
  },
});
