import { nextTask } from "./after-paint";

/** Work is done for so long at a time, in ms: a press in between is answered at once. */
const longest = 8;

/** Does all of a piece of work, step by step, and lets the browser do what it has to in between. */
export async function inParts<Result>(work: Iterator<unknown, Result>): Promise<Result> {
  let end = performance.now() + longest;
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() < end) continue;
    await new Promise<void>(nextTask);
    end = performance.now() + longest;
  }
}
