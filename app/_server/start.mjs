import { once } from "node:events";
import { createServer } from "node:net";
import { fail, install, run, say, serverAt, serverEnv } from "./command.mjs";
import { supervise } from "./supervise.mjs";

const { PORT = "", SITE_URL = "" } = process.env;
const port = Number(PORT || "3000");
if (!/^\d*$/.test(PORT) || port < 1 || port > 65_535)
  fail(`PORT is "${PORT}": it has to be a whole number from 1 to 65535.`);
if (SITE_URL && !/^https?:\/\/[^/?#@\s]+\/?$/i.test(URL.canParse(SITE_URL) ? SITE_URL : ""))
  fail(
    `SITE_URL is "${SITE_URL}": it has to be a web address without a path, as https://example.org.`,
  );

/** What stands in the way of a port, by error code. @type {{ [code: string]: string }} */
const obstacles = {
  EADDRINUSE: "is in use: stop the program that uses it, or set PORT to another number.",
  EACCES: "is not open to this account: set PORT to a number above 1023.",
};
// On some systems a port is free as a whole though another program has it at one of these.
for (const host of [undefined, "127.0.0.1", "::1"]) {
  const probe = createServer().listen({ port, host });
  await once(probe, "listening").catch(
    ({ code }) => obstacles[code] && fail(`Port ${port} ${obstacles[code]}`),
  );
  await new Promise((resolve) => probe.close(resolve));
}

await install();
// In a process of its own, which keeps what building loads out of this one.
const built = await run(process.execPath, ["app/_server/build.mjs", "--if-needed"]);
if (built !== 0) process.exit(built);

/** Runs the server to its end: its exit code, and how long it answered, or null where it never did. */
await supervise(async () => {
  /** @type {number | null} */
  let start = null;
  const onMessage = () => {
    start = performance.now();
    say(`ISKP in Figures is at http://localhost:${port}`);
  };
  const code = await run(process.execPath, serverAt(port), { env: serverEnv, onMessage });
  return { code, served: start && performance.now() - start };
});
