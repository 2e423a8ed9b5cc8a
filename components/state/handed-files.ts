import { useEffect } from "react";

/** Files on their way from one page of the site to another; they stay in this tab's memory. */
let waiting: readonly File[] = [];

const type = "files-handed";

/** Hands files to the page that opens tables, now or as soon as it is there. */
export function handFiles(files: readonly File[]): void {
  waiting = files;
  window.dispatchEvent(new Event(type));
}

/** Takes what was handed over before and from now on. */
export function useHandedFiles(onFiles: (files: readonly File[]) => void): void {
  useEffect(() => {
    const take = () => {
      const files = waiting;
      waiting = [];
      if (files.length > 0) onFiles(files);
    };
    take();
    window.addEventListener(type, take);
    return () => window.removeEventListener(type, take);
  }, [onFiles]);
}
