import { use } from "react";
import { preload } from "react-dom";
import { isFigure } from "@/data/figure/figure";
import {
  pathOfSheet,
  providedSheet,
  type SheetNames,
  type SheetTable,
} from "@/data/sheet/provided";
import { ProblemsError } from "@/data/table/problem";
import { parseRows } from "@/data/table/table";
import { inParts } from "../controls/in-parts";

/** Tables that this tab has asked for, by version and sheet; each is read once. */
const asked = new Map<string, Promise<SheetTable>>();

/**
 * A sheet with its figures and names in a version, "" for the newest: on the server at hand, in the
 * browser read from the published CSV.
 * Until they are there React leaves the server's page as it is.
 */
export function useSheetTable(name: string, version: string): SheetTable {
  const path = pathOfSheet(name, version);
  if (typeof window === "undefined") {
    for (const address of [csvOf(path), namesOf(path)])
      preload(address, { as: "fetch", crossOrigin: "anonymous" });
    return providedSheet(path);
  }
  const promise = asked.get(path) ?? untilRead(() => readSheet(path));
  asked.set(path, promise);
  return use(promise);
}

const csvOf = (path: string) => `/data/${path}.csv`;
const namesOf = (path: string) => `/names/${path}.json`;

async function readSheet(path: string): Promise<SheetTable> {
  const [csv, said] = await Promise.all([get(csvOf(path)), get(namesOf(path))]);
  const { sheet, names } = (await said.json()) as SheetNames;
  const text = await csv.text();
  const { table, problems } = await inParts(parseRows(text, sheet.schema, `${path}.csv`));
  if (problems.length > 0) throw new ProblemsError(problems);
  return { ...sheet, figures: table.rows.filter(isFigure), names };
}

async function get(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

const pauses = [500, 1_000, 2_000, 4_000, 8_000];

/**
 * Tries again after pauses that grow, and at once when the line is back; the server's table and links
 * do until then. What fails for the last time is thrown to the page.
 */
async function untilRead<T>(read: () => Promise<T>): Promise<T> {
  for (const pause of pauses) {
    try {
      return await read();
    } catch {
      await lineOr(pause);
    }
  }
  return read();
}

/** Ends after a time in ms, or as soon as the browser says that it is online. */
function lineOr(pause: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, pause);
    window.addEventListener("online", () => resolve(clearTimeout(timer)), { once: true });
  });
}
