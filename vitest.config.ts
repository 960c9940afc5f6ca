import { defineConfig } from 'vitest/config';

/** Three families: rules and code alone, database suites on a real PostgreSQL, journeys in a real browser. */
export default defineConfig({
  test: {
    passWithNoTests: false,
    projects: [
      {
        test: {
          name: 'unite',
          include: ['{src,demo,tests}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.base.test.ts'],
        },
      },
      {
        test: {
          name: 'base',
          include: ['{src,demo,tests}/**/*.base.test.ts'],
          globalSetup: ['tests/support/base-globale.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // Each file holds about ten connections; a server opens a hundred by default.
          maxWorkers: 4,
        },
      },
      {
        test: {
          name: 'parcours',
          include: ['tests/parcours/**/*.parcours.ts'],
          globalSetup: ['tests/support/application-globale.ts', 'tests/support/base-globale.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // One browser at a time: the journeys share the application, and the machine may have two cores only.
          fileParallelism: false,
        },
      },
    ],
  },
});
