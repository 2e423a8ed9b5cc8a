import { type ComponentType, useEffect, useState } from "react";

/** A component that is fetched after the first paint; null until then, and where it does not come. */
export function useLoaded<P>(load: () => Promise<ComponentType<P>>): ComponentType<P> | null {
  const [component, setComponent] = useState<{ type: ComponentType<P> } | null>(null);
  useEffect(() => {
    let isHere = true;
    load().then(
      (type) => isHere && setComponent({ type }),
      // Without it the server's own table and chart stay, so there is nothing to undo.
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, [load]);
  return component?.type ?? null;
}
