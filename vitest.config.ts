import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// `server-only` throws outside a React server; under test its empty half stands in, as it does on the server.
const alias = [
  { find: /^server-only$/, replacement: here("./node_modules/server-only/empty.js") },
  { find: /^@\//, replacement: here("./") },
];

export default defineConfig({
  test: {
    pool: "forks",
    // Two more than the cores that CI has: the tests about time and broken servers wait more than they work.
    maxWorkers: 4,
    passWithNoTests: false,
    allowOnly: false,
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          // Pure functions and files that are read: nothing of one file's is left for the next, and a module is loaded once.
          isolate: false,
          include: ["tests/{unit,architecture}/**/*.test.{ts,tsx}"],
          // Far from every zone of an event, and not on the hour: a forgotten zone fails loudly.
          env: { TZ: "Asia/Kathmandu" },
          // The architecture tests run compilers and linters.
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "integration",
          isolate: false,
          include: ["tests/{integration,faults}/**/*.test.{ts,tsx}"],
          globalSetup: ["tests/support/postgres-setup.ts"],
          setupFiles: ["tests/support/own-database.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
