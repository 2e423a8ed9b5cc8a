/** An address that the history is to learn of, and whether it is a step of its own. */
export interface HistoryWrite {
  readonly query: string;
  readonly step: "push" | "replace";
  readonly path: string;
}

/**
 * Safari throws at more than 100 history calls in 10 seconds, Chrome drops them from 200 on. So many may
 * follow at once, and then one in so many milliseconds: 97 in any 10 seconds, with the reserve.
 */
const burst = 20;
const gap = 160;
/** So many more for what can not wait, since the reader may be about to leave the page. */
const reserve = 15;

/**
 * Writes that wait for the history, given a clock in milliseconds. As long as there is room each is
 * written; after that what waits becomes one write, of the last query.
 */
export function makeHistoryQueue(now: () => number) {
  let waiting: readonly HistoryWrite[] = [];
  let room = burst;
  let seen = now();
  const refill = () => {
    const time = now();
    room = Math.min(burst, room + Math.max(0, time - seen) / gap);
    seen = time;
  };
  const take = (): readonly HistoryWrite[] => {
    const taken = waiting.length <= room ? waiting : join(waiting);
    waiting = [];
    room -= taken.length;
    return taken;
  };
  return {
    add(write: HistoryWrite) {
      const before = write.step === "replace" ? waiting.at(-1) : undefined;
      waiting = before
        ? [...waiting.slice(0, -1), { ...write, step: before.step }]
        : [...waiting, write];
    },
    /** The writes that may be made now. */
    due(): readonly HistoryWrite[] {
      refill();
      return room >= 1 ? take() : [];
    },
    /** What waits, now: the reader may be about to leave the page. */
    flush(): readonly HistoryWrite[] {
      refill();
      return room > 1 - reserve ? take() : [];
    },
    /** After how many milliseconds to ask again; null where nothing waits. */
    wait(): number | null {
      refill();
      return waiting.length === 0 ? null : Math.max(0, Math.ceil((1 - room) * gap));
    },
    latest: (): string | undefined => waiting.at(-1)?.query,
    size: (): number => waiting.length,
    clear() {
      waiting = [];
    },
  };
}

/** One write for all: the last query, as a step of its own where one of them was. */
function join(writes: readonly HistoryWrite[]): readonly HistoryWrite[] {
  const last = writes.at(-1);
  const isStep = writes.some(({ step }) => step === "push");
  return last ? [{ ...last, step: isStep ? "push" : "replace" }] : [];
}
