import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts'],
          exclude: ['src/**/*.browser.test.ts', 'src/**/*.build.test.ts'],
          // A busy machine is slow, not wrong.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['src/**/*.browser.test.ts', 'src/**/*.build.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // Two cores: one site is built and one browser opened at a time.
          fileParallelism: false,
        },
      },
    ],
  },
});
