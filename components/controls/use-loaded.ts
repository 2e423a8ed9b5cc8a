import { type ComponentType, useCallback, useEffect, useState } from "react";

interface Loaded<P> {
  /** Null until it has come, where it does not come, and once it has thrown. */
  readonly type: ComponentType<P> | null;
  /** It did not come, or it threw: what the server sent has to do. */
  readonly isMissing: boolean;
}

/** A component that is fetched after the first paint, and a way to report that it threw. */
export function useLoaded<P>(
  load: () => Promise<ComponentType<P>>,
): [type: Loaded<P>["type"], isMissing: boolean, onThrow: () => void] {
  const [{ type, isMissing }, setLoaded] = useState<Loaded<P>>({ type: null, isMissing: false });
  const onThrow = useCallback(() => setLoaded({ type: null, isMissing: true }), []);
  useEffect(() => {
    let isHere = true;
    load().then(
      (type) => isHere && setLoaded({ type, isMissing: false }),
      () => isHere && onThrow(),
    );
    return () => {
      isHere = false;
    };
  }, [load, onThrow]);
  return [type, isMissing, onThrow];
}

/** For a part that nobody has asked for yet. */
export const loadNothing = () => new Promise<never>(() => undefined);
