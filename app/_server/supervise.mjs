import { setTimeout as wait } from "node:timers/promises";
import { fail, say } from "./command.mjs";

/** Deaths count as one row until a server has answered for so long. */
const steady = 60_000;
const mostDeaths = 8;

/**
 * Runs a server, and again each time it has ended, after a pause that doubles from a quarter of a
 * second. Gives up, with the server's exit code, where the first never answers, and after eight
 * servers in a row of which none answered for a minute: whoever started this should know then.
 * @param {() => Promise<{ code: number, served: number | null }>} serve
 * @param {(milliseconds: number) => Promise<unknown>} pause
 */
export async function supervise(serve, pause = wait) {
  let deaths = 0;
  for (let isFirst = true; ; isFirst = false) {
    const { code, served } = await serve();
    if (isFirst && served === null)
      return fail(`The server ended before it answered, with exit code ${code}.`, code || 1);
    deaths = (served ?? 0) < steady ? deaths + 1 : 1;
    if (deaths === mostDeaths)
      return fail(`The server ended ${deaths} times in a row: it is not started again.`, code || 1);
    const seconds = 2 ** (deaths - 3);
    say(`The server ended with exit code ${code}: it is started again in ${seconds} s.`);
    await pause(seconds * 1000);
  }
}
