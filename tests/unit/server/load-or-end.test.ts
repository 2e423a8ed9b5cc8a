import { afterEach, expect, test, vi } from "vitest";
import { loadOrEnd } from "@/app/_server/load-or-end";
import { loadCatalog } from "@/data/site/catalog";

vi.mock("@/data/site/catalog", () => ({ loadCatalog: vi.fn() }));
afterEach(() => vi.restoreAllMocks());

/** What a start writes, and the exit code that it ends with, if it ends. */
function start() {
  const exit = vi.spyOn(process, "exit").mockImplementation(() => undefined as never);
  const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  loadOrEnd();
  return { codes: exit.mock.calls.flat(), written: write.mock.calls.flat().join("") };
}

test("goes on with data that pass every check", () => {
  expect(start()).toEqual({ codes: [], written: "" });
});

test("lists the problems of data and ends the server", () => {
  const problem = 'data/package/attacks.csv:3:14 best: expected a number, found "9,40"';
  vi.mocked(loadCatalog).mockImplementation(() => {
    throw new Error(problem);
  });
  expect(start()).toEqual({
    codes: [1],
    written: `${problem}\nThe data have problems: the server was not started.\n`,
  });
});
