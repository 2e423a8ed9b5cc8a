import { useEffect } from "react";
import { loadGroups } from "./open-chart";
import { loadGrid } from "./open-workbook";

/** So long after the page has come, in ms, nobody has chosen a file yet. */
const pause = 300;

/** Fetches grid and chart while a file is being looked for: to start them takes long where one is read. */
export function useWarm(): void {
  useEffect(() => {
    // Without them the page says so once a table is open.
    const ignore = () => undefined;
    const timer = setTimeout(() => {
      loadGrid().then(loadGroups).catch(ignore);
    }, pause);
    return () => clearTimeout(timer);
  }, []);
}
