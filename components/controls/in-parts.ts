/** Work is done for so long at a time, in ms: a press in between is answered at once. */
const longest = 8;

/** Does all of a piece of work, step by step, and lets the browser do what it has to in between. */
export async function inParts<Result>(work: Iterator<unknown, Result>): Promise<Result> {
  let end = performance.now() + longest;
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() < end) continue;
    await nextTask();
    end = performance.now() + longest;
  }
}

/** Goes on in a task of its own; a timer would wait for 4 ms each time. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}
