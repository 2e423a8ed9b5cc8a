import { openFile, type Session } from "@/data/open/session";
import type { Asked, Calls, Told } from "./reader-messages";

/** The open table lives here: the page asks for what it shows, and stays free while a file is read. */
let session: Session | null = null;

const calls: Calls = {
  async open(file, given) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    tell({ kind: "progress", words: "Reading…" });
    const opened = openFile(file.name, bytes, given);
    if ("refusal" in opened) return opened;
    // What was open before stays open until something better is.
    session = opened;
    return opened.opened;
  },
  view: async (query) => need().view(query),
  rows: async (from, to) => need().rows(from, to),
  group: async (request) => need().group(request),
  values: async (column) => need().values(column),
  csv: async (part) => new Blob([need().csv(part)], { type: "text/csv;charset=utf-8" }),
};

function need(): Session {
  if (!session) throw new Error("No table is open.");
  return session;
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
    tell({ kind: "failure", id, message: error instanceof Error ? error.message : String(error) });
  }
};
