/** A page that is not in sight waits so long, in ms: more than a frame takes, however much it has to do. */
const longest = 400;

/**
 * Runs once the next frame is painted; soon also in a page that is not in sight, which paints none. The
 * result calls it off.
 */
export function afterPaint(act: () => void): () => void {
  let isOver = false;
  const run = () => {
    if (isOver) return;
    stop();
    act();
  };
  const stop = () => {
    isOver = true;
    clearTimeout(timer);
  };
  const timer = setTimeout(run, longest);
  requestAnimationFrame(() => nextTask(run));
  return stop;
}

/** Runs in a task of its own; a timer would wait for 4 ms. */
export function nextTask(act: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    act();
  };
  port2.postMessage(0);
}
