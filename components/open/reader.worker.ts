import { watchFigures } from "@/data/compare/figure-marks";
import type { Act } from "@/data/edit/history";
import {
  cellsIn,
  describedSession,
  describeEdited,
  type Editing,
  perform,
  replay,
  startEditing,
  toAct,
  viewOf,
} from "@/data/edit/session";
import type { OnProgress } from "@/data/open/read";
import { refuseSize } from "@/data/open/refuse";
import { openFile, type Session } from "@/data/open/session";
import type { Format } from "@/data/open/take";
import type { Asked, Calls, Done, Told } from "./reader-messages";

/** The open table lives here: the page asks for what it shows, and stays free while a file is read. */
let editing: Editing | null = null;

/** The table as it was read, which kept edits are done again on, and what was last asked of it. */
let asRead: { readonly editing: Editing; query: string } | null = null;

/** What is wrong in a table of figures, once the rules are known. */
const figures = watchFigures();

const calls: Calls = {
  async open(file, given) {
    const refusal = refuseSize(file.size);
    if (refusal) return { refusal };
    const opened = await openFile(file.name, await bytesOf(file), given, throttled());
    if ("refusal" in opened) return opened;
    // What was open before stays open until something better is.
    editing = startEditing(opened);
    asRead = { editing, query: "" };
    return opened.opened;
  },
  async view(query) {
    editing = viewOf(needed(), query);
    if (asRead) asRead.query = query;
    return editing.view;
  },
  rows: async (from, to) => figures.mark(need().rows(from, to), need().store),
  async check(register) {
    if (register) figures.learn(register);
    return figures.check(need().store);
  },
  nextProblem: async (after) => figures.next(need().store, need().shown().rows, after),
  placeOf: async (row) => need().shown().rows.indexOf(row),
  group: async (request) => need().group(request),
  pivot: async (request) => need().pivot(request),
  whole: async (most) => need().whole(most),
  spans: async (request) => need().spans(request),
  draw: async (request) => need().draw(request),
  values: async (column) => need().values(column),
  csv: async (part) => new Blob([need().csv(part)], { type: "text/csv;charset=utf-8" }),
  take: async (part, format) => {
    const taken = describedSession(needed()).take(part, format, new Date().toISOString());
    return "refusal" in taken ? taken : new Blob([...taken], { type: mediaTypes[format] });
  },
  async edit(request) {
    const wanted = toAct(needed(), request);
    return wanted && done(wanted.act, wanted.place);
  },
  undo: async () => done({ kind: "undo" }),
  redo: async () => done({ kind: "redo" }),
  edited: async () => describeEdited(needed()),
  async replay(acts) {
    // A table that is shown again has them already.
    const { editing: next, edited, lost } = replay(asRead?.editing ?? needed(), acts);
    editing = viewOf(next, asRead?.query ?? "");
    return { edited, table: describeEdited(editing), lost };
  },
  cells: async (range) => cellsIn(needed(), range),
};

const mediaTypes: { readonly [format in Format]: string } = {
  printed: "text/csv;charset=utf-8",
  csv: "text/csv;charset=utf-8",
  json: "application/json",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  package: "application/zip",
};

/** Does an act and says how it is kept: with the size of the table before it. */
function done(act: Act, place: number | null = null): Done | null {
  const before = needed();
  const { size, columns } = before.session.store;
  const next = perform(before, act, place);
  if (!next) return null;
  editing = next.editing;
  return { edited: next.edited, kept: { act, rows: size, columns: columns.length } };
}

async function bytesOf(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Error("The file cannot be read: it was changed, moved, or is too large for memory.");
  }
}

/** Milliseconds between two reports of how far the reading is. */
const pause = 100;

function throttled(): OnProgress {
  let last = 0;
  return (progress) => {
    const now = performance.now();
    if (now - last < pause && progress.first.length === 0) return;
    last = now;
    tell({ kind: "progress", progress });
  };
}

function needed(): Editing {
  if (!editing) throw new Error("No table is open.");
  return editing;
}

function need(): Session {
  return needed().session;
}

/** An array or a text that is too long for memory is a RangeError, in words of the engine. */
function messageOf(error: unknown): string {
  if (error instanceof RangeError) return "There is not enough memory for that in this tab.";
  return error instanceof Error ? error.message : String(error);
}

function tell(told: Told): void {
  self.postMessage(told);
}

self.onmessage = async ({ data }: MessageEvent<Asked>) => {
  const { id, name, args } = data;
  try {
    const call = calls[name] as (...args: readonly unknown[]) => Promise<unknown>;
    tell({ kind: "answer", id, value: await call(...args) });
  } catch (error) {
    tell({ kind: "failure", id, message: messageOf(error) });
  }
};
