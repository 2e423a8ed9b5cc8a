import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "../server.mjs";
import type { Browser, Found } from "./browser";
import { startWithEars } from "./ears";
import { findProgram, readUntil, startProgram } from "./programs";

/** WebKitGTK's driver, which starts the small browser that comes with it; it needs a screen. */
export function findWebKit(site: string): Found {
  const driver = findProgram("WebKitWebDriver");
  if (!driver) return { missing: "webkit2gtk-driver" };
  const screen = findProgram("Xvfb");
  if (!process.env.DISPLAY && !screen) return { missing: "xvfb" };
  return { start: () => start(driver, process.env.DISPLAY ? null : screen, site) };
}

async function start(driver: string, screen: string | null, site: string): Promise<Browser> {
  const home = mkdtempSync(join(tmpdir(), "webkit-"));
  const shown = screen ? await startScreen(screen) : null;
  const port = await freePort();
  const env = { HOME: home, XDG_CONFIG_HOME: home, ...(shown && { DISPLAY: shown.display }) };
  const { stop } = startProgram(driver, [`--port=${port}`], env);
  const call = callsTo(`http://127.0.0.1:${port}`);
  const session = await newSession(call);
  const resize = async (width: number, height: number) => {
    await call("POST", `${session}/window/rect`, { x: 0, y: 0, width, height });
  };
  await resize(1440, 900);
  const listening = await startWithEars(site);
  return {
    // Where no folder for downloads is set, they go to the home.
    downloads: home,
    resize,
    open: async (to) => {
      await call("POST", `${session}/url`, { url: listening.origin + to });
    },
    run: (source) =>
      call("POST", `${session}/execute/sync`, { script: `return (${source})()`, args: [] }),
    perform: async (actions) => {
      await call("POST", `${session}/actions`, { actions });
    },
    close: async () => {
      await call("DELETE", session).catch(() => {});
      await stop();
      await shown?.stop();
      listening.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** A screen that nobody sees; it chooses a number that is free, and tells it. */
async function startScreen(path: string) {
  const { child, stop } = startProgram(path, [
    "-displayfd",
    "3",
    "-screen",
    "0",
    "1440x960x24",
    "-nolisten",
    "tcp",
  ]);
  const told = child.stdio[3];
  if (!told || !("read" in told)) throw new Error("Xvfb has no channel for its number.");
  return { display: `:${await readUntil(told, /(\d+)\n/)}`, stop };
}

type Call = <Result>(method: "POST" | "DELETE", path: string, body?: object) => Promise<Result>;

/** The commands of WebDriver: requests of HTTP with JSON. */
function callsTo(origin: string): Call {
  return async <Result>(method: string, path: string, body?: object) => {
    const request = { method, ...(body && { body: JSON.stringify(body) }) };
    const response = await fetch(origin + path, request);
    const { value } = (await response.json()) as { value: unknown };
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(value)}`);
    return value as Result;
  };
}

/** The path of a new session, as soon as the driver listens. */
async function newSession(call: Call): Promise<string> {
  const capabilities = {};
  for (let tries = 0; tries < 100; tries++) {
    try {
      const { sessionId } = await call<{ sessionId: string }>("POST", "/session", { capabilities });
      return `/session/${sessionId}`;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      await wait(100);
    }
  }
  throw new Error("WebKitWebDriver does not answer.");
}
