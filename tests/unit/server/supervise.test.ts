import { afterEach, expect, test, vi } from "vitest";
import { supervise } from "../../../app/_server/supervise.mjs";

afterEach(() => vi.restoreAllMocks());

/** What is said where servers end as listed, how long each pause is, and the exit code at the end. */
async function outcomeOf(ends: readonly { code: number; served: number | null }[]) {
  const said: string[] = [];
  const pauses: number[] = [];
  const write = (text: string | Uint8Array) => said.push(String(text).trim()) > 0;
  vi.spyOn(process.stdout, "write").mockImplementation(write);
  vi.spyOn(process.stderr, "write").mockImplementation(write);
  vi.spyOn(process, "exit").mockImplementation((code) => {
    throw new Error(String(code));
  });
  const left = [...ends];
  const serve = async () => left.shift() ?? { code: 0, served: 0 };
  const pause = async (milliseconds: number) => void pauses.push(milliseconds);
  const code = await supervise(serve, pause).catch(({ message }) => Number(message));
  return { said, pauses, code };
}

const died = { code: 137, served: 2_000 };

test("does not start a server again that never answered", async () => {
  expect(await outcomeOf([{ code: 7, served: null }])).toEqual({
    said: ["The server ended before it answered, with exit code 7."],
    pauses: [],
    code: 7,
  });
});

test("doubles the pause before each start, and gives up after eight deaths in a row", async () => {
  const { said, pauses, code } = await outcomeOf(Array(8).fill(died));
  expect(pauses).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 16_000]);
  expect([said[0], said.at(-1), code]).toEqual([
    "The server ended with exit code 137: it is started again in 0.25 s.",
    "The server ended 8 times in a row: it is not started again.",
    137,
  ]);
});

test("counts anew after a server that answered for a minute", async () => {
  const ends = [died, died, { code: 137, served: 60_000 }, ...Array(7).fill(died)];
  const { pauses } = await outcomeOf(ends);
  expect(pauses).toEqual([250, 500, 250, 500, 1_000, 2_000, 4_000, 8_000, 16_000]);
});

test("tries again where a later server cannot start, as after a port was taken", async () => {
  const { pauses } = await outcomeOf([died, { code: 1, served: null }, ...Array(6).fill(died)]);
  expect(pauses.length).toBe(7);
});
