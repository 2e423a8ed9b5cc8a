"use client";

import { useEffect } from "react";

/** Says the height of an embedded chart to the page around it, which may give its frame that height. */
export function SayHeight({ type }: { type: string }) {
  useEffect(() => {
    if (window.parent === window) return;
    const say = () => {
      const height = Math.ceil(document.body.getBoundingClientRect().height);
      // It holds nothing but a number, so that any page may have it.
      window.parent.postMessage({ type, height }, "*");
    };
    const observer = new ResizeObserver(say);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [type]);
  return null;
}
