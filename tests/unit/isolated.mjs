/** Test files that replace modules, globals or the environment, and so share none with another. */
export const isolated = [
  "tests/unit/server/*.test.ts",
  "tests/unit/files/archive.test.ts",
  "tests/unit/project/links.test.tsx",
  "tests/unit/sheet/size.test.tsx",
  "tests/unit/state/settle.test.ts",
];
