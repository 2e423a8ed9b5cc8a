import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Found } from "./browser";
import { ears } from "./ears";
import { findProgram, readUntil, startProgram } from "./programs";

/** Firefox as its makers ship it: it speaks WebDriver BiDi by itself. */
export function findFirefox(site: string): Found {
  const path = process.env.FIREFOX_PATH ?? findProgram("firefox-esr", "firefox");
  return path ? { start: () => start(path, site) } : { missing: "firefox-esr" };
}

interface Context {
  readonly context: string;
}

async function start(path: string, site: string): Promise<Browser> {
  const home = mkdtempSync(join(tmpdir(), "firefox-"));
  const downloads = join(home, "downloads");
  const profile = join(home, "profile");
  for (const folder of [downloads, profile]) mkdirSync(folder);
  const args = ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port=0"];
  const { child, stop } = startProgram(path, args, { HOME: home });
  if (!child.stderr) throw new Error("Firefox has no standard error.");
  const address = await readUntil(child.stderr, /WebDriver BiDi listening on (ws:\S+)/);
  const { send, close } = await connect(`${address}/session`);
  await send("session.new", { capabilities: {} });
  await send("script.addPreloadScript", { functionDeclaration: `() => { ${ears} }` });
  const { contexts } = await send<{ contexts: Context[] }>("browsingContext.getTree", {});
  const context = contexts[0]?.context ?? "";
  const resize = async (width: number, height: number) => {
    await send("browsingContext.setViewport", { context, viewport: { width, height } });
  };
  await resize(1440, 900);
  const downloadBehavior = { type: "allowed", destinationFolder: downloads };
  await send("browser.setDownloadBehavior", { downloadBehavior });
  return {
    downloads,
    resize,
    open: async (to) => {
      await send("browsingContext.navigate", { context, url: site + to, wait: "complete" });
    },
    run: (source) => run(send, context, source),
    perform: async (actions) => {
      await send("input.performActions", { context, actions });
    },
    close: async () => {
      await send("browser.close", {}).catch(() => {});
      close();
      await stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

type Send = <Result>(method: string, params: object) => Promise<Result>;

interface Outcome {
  readonly result?: { readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
}

async function run(send: Send, context: string, functionDeclaration: string): Promise<string> {
  const { result, exceptionDetails } = await send<Outcome>("script.callFunction", {
    functionDeclaration,
    target: { context },
    awaitPromise: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return result?.value ?? "null";
}

interface Message {
  readonly id?: number;
  readonly type: "success" | "error" | "event";
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
}

/** A connection on which each command has an id, and its answer the same. */
async function connect(address: string): Promise<{ send: Send; close: () => void }> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, (message: Message) => void>();
  let last = 0;
  socket.addEventListener("message", ({ data }) => {
    const message: Message = JSON.parse(String(data));
    waiting.get(message.id ?? 0)?.(message);
    waiting.delete(message.id ?? 0);
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve, { once: true });
    socket.addEventListener("error", () => reject(new Error("Firefox does not answer.")));
  });
  const send = <Result>(method: string, params: object) =>
    new Promise<Result>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, ({ type, result, error, message }) => {
        if (type === "error") reject(new Error(`${method}: ${error}, ${message}`));
        else resolve(result as Result);
      });
      socket.send(JSON.stringify({ id, method, params }));
    });
  return { send, close: () => socket.close() };
}
