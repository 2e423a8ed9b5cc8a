import { get } from "node:http";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { checkNode, endChildrenOnSignal, fail, install, run, say, serverAt } from "./install.mjs";

/** What stands in the way of a port, by error code. @type {{ [code: string]: string }} */
const obstacles = {
  EADDRINUSE: "is in use: stop the program that uses it, or set PORT to another number.",
  EACCES: "is not open to this account: set PORT to a number above 1023.",
};

checkNode();
endChildrenOnSignal(() => 0, 10_000);
const port = readPort(process.env.PORT || "3000");
checkSite(process.env.SITE_URL || "http://localhost");
await checkPort();
await install();
await build();
await checkPort();
const stopped = run(process.execPath, serverAt(port));
stopped.then((code) => fail(`The server stopped by itself, with exit code ${code}.`, code));
while (!(await answers())) await wait(100);
say(`ISKP in Figures is at http://localhost:${port}`);

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

/** Ends with a sentence where the port cannot be had, on any of the addresses that answer to localhost. */
async function checkPort() {
  for (const host of [undefined, "127.0.0.1", "::1"]) {
    const obstacle = obstacles[await tryPort(host)];
    if (obstacle) fail(`Port ${port} ${obstacle}`);
  }
}

/**
 * The code of the error that listening gives, or an empty text where it works.
 * @param {string | undefined} host
 * @returns {Promise<string>}
 */
function tryPort(host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code ?? ""));
    server.listen({ port, host }, () => server.close(() => resolve("")));
  });
}

/** Builds in a process of its own, which keeps what building loads out of this one. */
async function build() {
  const code = await run(process.execPath, ["app/_server/build.mjs", "--if-needed"]);
  if (code !== 0) process.exit(code);
}

/** Whether the site answers a request. @returns {Promise<boolean>} */
function answers() {
  return new Promise((resolve) => {
    const request = get({ host: "localhost", port, agent: false }, (response) => {
      response.resume();
      resolve(true);
    });
    request.once("error", () => resolve(false));
  });
}
