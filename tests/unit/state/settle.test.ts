import { setTimeout as wait } from "node:timers/promises";
import { beforeEach, expect, test, vi } from "vitest";

let frames: (() => void)[] = [];
let page = new EventTarget();

/** A page whose frames are painted when a test says so. */
beforeEach(() => {
  frames = [];
  page = new EventTarget();
  vi.resetModules();
  vi.stubGlobal("window", page);
  vi.stubGlobal("requestAnimationFrame", (act: () => void) => frames.push(act));
});

const paint = async () => {
  for (const act of frames.splice(0)) act();
  await wait(5);
};

test("changes of components are made once the frame is painted, all in one, in their order", async () => {
  const { settleLater } = await import("@/components/state/settle");
  const made: string[] = [];
  settleLater(() => made.push("view"));
  settleLater(() => made.push("range"));
  expect(made).toEqual([]);
  await paint();
  expect(made).toEqual(["view", "range"]);
});

test.each(["keydown", "pointerdown", "popstate"])(
  "the next %s finds all changes made, and none is made twice",
  async (type) => {
    const { settleLater } = await import("@/components/state/settle");
    const made: string[] = [];
    settleLater(() => made.push("view"));
    page.dispatchEvent(new Event(type));
    expect(made).toEqual(["view"]);
    await paint();
    expect(made).toEqual(["view"]);
  },
);

test("a page out of sight, which paints no frame, has its changes soon all the same", async () => {
  const { settleLater } = await import("@/components/state/settle");
  const made: string[] = [];
  settleLater(() => made.push("view"));
  await wait(450);
  expect(made).toEqual(["view"]);
});
