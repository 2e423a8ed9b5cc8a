import { createServer } from "node:net";
import { fail, install, run, say, serverAt } from "./command.mjs";
import { supervise } from "./supervise.mjs";

/** What stands in the way of a port, by error code. @type {{ [code: string]: string }} */
const obstacles = {
  EADDRINUSE: "is in use: stop the program that uses it, or set PORT to another number.",
  EACCES: "is not open to this account: set PORT to a number above 1023.",
};

const port = readPort(process.env.PORT || "3000");
checkSite(process.env.SITE_URL || "http://localhost");
for (const host of [undefined, "127.0.0.1", "::1"]) {
  const obstacle = obstacles[await tryPort(host)];
  if (obstacle) fail(`Port ${port} ${obstacle}`);
}
await install();
// In a process of its own, which keeps what building loads out of this one.
const code = await run(process.execPath, ["app/_server/build.mjs", "--if-needed"]);
if (code !== 0) process.exit(code);
await supervise(serve);

/** Runs the server to its end: its exit code, and how long it answered, or null where it never did. */
async function serve() {
  let start = Number.POSITIVE_INFINITY;
  const onMessage = () => {
    start = performance.now();
    say(`ISKP in Figures is at http://localhost:${port}`);
  };
  const code = await run(process.execPath, serverAt(port), { onMessage });
  return { code, served: Number.isFinite(start) ? performance.now() - start : null };
}

/** The port to serve at. @param {string} text */
function readPort(text) {
  const number = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (number > 0 && number < 65_536) return number;
  return fail(`PORT is "${text}": it has to be a whole number from 1 to 65535.`);
}

/** Ends with a sentence where the address that the site is known by is none. @param {string} text */
function checkSite(text) {
  const url = /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : null;
  if (url && url.href === `${url.origin}/`) return;
  fail(`SITE_URL is "${text}": it has to be a web address without a path, as https://example.org.`);
}

/** The code of the error that listening gives, or an empty text. @param {string | undefined} host @returns {Promise<string>} */
function tryPort(host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code ?? ""));
    server.listen({ port, host }, () => server.close(() => resolve("")));
  });
}
