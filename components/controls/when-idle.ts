/** Runs a long piece of work in short parts, each once the browser has nothing better to do; the result calls it off. */
export function inIdleParts(count: number, work: (from: number) => number): () => void {
  let stop = () => {};
  const next = (from: number) => {
    if (from < count) stop = whenIdle(() => next(work(from)));
  };
  next(0);
  return () => stop();
}

/** Runs once the browser has nothing better to do, in Safari a second later; the result calls it off. */
export function whenIdle(act: () => void): () => void {
  if (!window.requestIdleCallback) {
    const timer = setTimeout(act, 1_000);
    return () => clearTimeout(timer);
  }
  const idle = requestIdleCallback(act);
  return () => cancelIdleCallback(idle);
}
