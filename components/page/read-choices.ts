import "server-only";
import { cookies } from "next/headers";
import { parseSplit, parseTableKind, parseTheme } from "../state/choices";

/** The theme that the reader chose, from a cookie, so that the first paint has it. */
export async function readTheme() {
  return parseTheme((await cookies()).get("theme")?.value);
}

/** How the reader parted the width between table and chart, from a cookie. */
export async function readSplit() {
  return parseSplit((await cookies()).get("split")?.value);
}

/** Whether the reader keeps the plain table, from a cookie. */
export async function readTableKind() {
  return parseTableKind((await cookies()).get("table")?.value);
}
