import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Readable } from "node:stream";

/** The path of a program by one of its names, or null. */
export function findProgram(...names: readonly string[]): string | null {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find((path) => existsSync(path)) ?? null;
}

interface Program {
  readonly child: ChildProcess;
  readonly stop: () => Promise<void>;
}

/** Starts a program, which ends with this process at the latest. */
export function startProgram(
  path: string,
  args: readonly string[],
  env: { readonly [name: string]: string } = {},
): Program {
  const child = spawn(path, args, {
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  const ended = once(child, "exit");
  process.once("exit", () => child.kill("SIGKILL"));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  return { child, stop };
}

/** What stands in the first group of a pattern, as soon as a program has written it. */
export async function readUntil(stream: Readable, pattern: RegExp): Promise<string> {
  let text = "";
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    text += chunk;
    const found = pattern.exec(text)?.[1];
    if (found !== undefined) {
      // A program whose output nobody reads waits for ever.
      stream.resume();
      return found;
    }
  }
  throw new Error(`The program ended without a word of what was waited for: ${text}`);
}
