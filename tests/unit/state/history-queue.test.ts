import fc from "fast-check";
import { expect, test } from "vitest";
import { type HistoryWrite, makeHistoryQueue } from "@/components/state/history-queue";

const write = (query: string, step: HistoryWrite["step"] = "push"): HistoryWrite => {
  return { query, step, path: "/attacks" };
};

test("the first acts of a reader are written at once, each as a step", () => {
  const queue = makeHistoryQueue(() => 0);
  queue.add(write("a"));
  queue.add(write("b"));
  expect([queue.latest(), queue.due(), queue.wait()]).toEqual([
    "b",
    [write("a"), write("b")],
    null,
  ]);
});

test("what replaces a step that is not written yet is that step", () => {
  const queue = makeHistoryQueue(() => 0);
  queue.add(write("a"));
  queue.add(write("b", "replace"));
  expect(queue.due()).toEqual([write("b")]);
});

test("a key that is held waits, and the last of what it asked for is written", () => {
  let time = 0;
  const queue = makeHistoryQueue(() => time);
  for (let index = 0; index < 20; index++) {
    queue.add(write(`${index}`));
    queue.due();
  }
  queue.add(write("x", "replace"));
  queue.add(write("y"));
  queue.add(write("z", "replace"));
  expect([queue.due(), queue.latest(), queue.wait()]).toEqual([[], "z", 160]);
  time = 160;
  expect(queue.due()).toEqual([write("z")]);
});

test("who leaves the page leaves the last query behind", () => {
  const queue = makeHistoryQueue(() => 0);
  for (let index = 0; index < 30; index++) queue.add(write(`${index}`));
  expect([queue.flush(), queue.latest()]).toEqual([[write("29")], undefined]);
});

test("never more than a hundred in ten seconds, and the last query always comes", () => {
  const acts = fc.array(fc.tuple(fc.nat(40), fc.constantFrom("push", "replace"), fc.boolean()), {
    minLength: 1,
    maxLength: 1500,
  });
  fc.assert(
    fc.property(acts, (acts) => {
      let time = 0;
      const queue = makeHistoryQueue(() => time);
      const written: { time: number; query: string }[] = [];
      const tell = (isPress = false) => {
        const writes = isPress ? queue.flush() : queue.due();
        for (const { query } of writes) written.push({ time, query });
      };
      for (const [index, [pause, step, isPress]] of acts.entries()) {
        time += pause;
        queue.add(write(`${index}`, step));
        tell(isPress);
      }
      time += queue.wait() ?? 0;
      tell();
      expect(written.at(-1)?.query).toBe(`${acts.length - 1}`);
      for (const { time: start } of written) {
        const within = written.filter((each) => each.time >= start && each.time < start + 10_000);
        expect(within.length).toBeLessThanOrEqual(100);
      }
    }),
    { numRuns: 30 },
  );
});
