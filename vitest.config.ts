import { defineConfig } from 'vitest/config';

/** How long before a test is said to hang, in ms. Far from what any takes: none measures a time, and machines differ. */
const BLOCAGE = { testTimeout: 180_000, hookTimeout: 600_000 };

/** Three families: rules and code alone, database suites on a real PostgreSQL, journeys in a real browser. */
export default defineConfig({
  test: {
    passWithNoTests: false,
    projects: [
      {
        test: {
          ...BLOCAGE,
          name: 'unite',
          include: ['{src,demo,tests}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.base.test.ts'],
        },
      },
      {
        test: {
          ...BLOCAGE,
          name: 'base',
          include: ['{src,demo,tests}/**/*.base.test.ts'],
          globalSetup: ['tests/support/base-globale.ts'],
          expect: { poll: { timeout: 30_000 } },
          // Each file holds about ten connections; a server opens a hundred by default.
          maxWorkers: 4,
        },
      },
      {
        test: {
          ...BLOCAGE,
          name: 'parcours',
          include: ['tests/parcours/**/*.parcours.ts'],
          globalSetup: ['tests/support/application-globale.ts', 'tests/support/base-globale.ts'],
          expect: { poll: { timeout: 30_000 } },
          // One browser at a time: the journeys share the application, and the machine may have two cores only.
          fileParallelism: false,
        },
      },
    ],
  },
});
