import dynamic from "next/dynamic";
import { loadNothing } from "../controls/use-loaded";
import { parseTableKind } from "../state/choices";

/** The grid; not where the plain table is kept, which React learns of only after its first pass over the page. */
export const loadGrid = () =>
  parseTableKind(document.documentElement.dataset.table) === "plain"
    ? loadNothing()
    : import("./grid").then((module) => module.default);

/** Shows nothing; on the server it names the grid's scripts in the page, so that they are fetched in time. */
export const GridScripts = dynamic(async () => {
  if (typeof window !== "undefined") await import("./grid");
  return () => null;
});
