import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { fail, root, serverAt, serverEnv } from "../app/_server/command.mjs";

/** @typedef {{ origin: string, pid: number, stop: () => Promise<void> }} Running */

/**
 * Serves what `npm run build` has built in a folder on a free port of this machine.
 * @param {string} folder @returns {Promise<Running>}
 */
export async function startServer(folder = root) {
  const port = await freePort();
  const args = serverAt(port, "127.0.0.1");
  const child = spawn(process.execPath, args, {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      ...serverEnv,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
    },
  });
  const origin = `http://127.0.0.1:${port}`;
  const ended = once(child, "exit");
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  process.once("exit", () => child.kill("SIGKILL"));
  // A signal ends this process without its exit handlers, unless it exits by itself.
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) break;
    if (await isWell(origin)) return { origin, pid: child.pid ?? 0, stop };
    await wait(100);
  }
  child.kill("SIGKILL");
  return fail("The server did not start: run `npm run build` first.");
}

/** Whether the server says that it is well. @param {string} origin */
export async function isWell(origin) {
  try {
    const response = await fetch(`${origin}/healthz`, { signal: AbortSignal.timeout(5_000) });
    return response.ok && (await response.text()) === "ok";
  } catch {
    return false;
  }
}

/** A port that nobody listens at. @returns {Promise<number>} */
export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}
