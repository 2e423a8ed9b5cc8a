import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { get } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { root } from "../../../app/_server/command.mjs";
import { findChromium } from "../../chromium.mjs";

vi.setConfig({ testTimeout: 30_000 });

/** Stands in for Next's command line: builds at once, or does what a test wants it to do instead. */
const fakeBuild = (build: string) => `
  const { mkdirSync, writeFileSync } = require("node:fs");
  const finish = () => {
    for (const folder of [".next/static", ".next/server/app"]) mkdirSync(folder, { recursive: true });
    writeFileSync(".next/BUILD_ID", "");
  };
  process.stdout.write(process.argv[2] + " runs\\n");
  ${build}
`;

/** Stands in for Next in the server: answers what a test wants it to. */
const fakeServer = (prepare: string, answer: string) => `
  module.exports = () => ({
    prepare: async () => { process.stdout.write("server runs\\n"); ${prepare} },
    getRequestHandler: () => async (request, response) => { ${answer} },
  });
`;

/** Stands in for vite, which the build reads the data with. */
const fakeReader = `exports.runnerImport = async () => ({ module: { loadCatalog() {} } });`;

const folders: string[] = [];
const children: ChildProcess[] = [];
afterEach(() => {
  vi.unstubAllEnvs();
  // Only a failed test leaves one running.
  for (const child of children.splice(0)) child.kill();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "start-"));
  folders.push(folder);
  return folder;
}

function write(path: string, text: string, mode = 0o644) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { mode });
}

/** The scripts of app/ in a folder of their own, over an empty lock file, empty data and a fake Next. */
function makeProject({ build = "finish()", prepare = "", answer = "response.end()" } = {}): string {
  const folder = makeFolder();
  cpSync(join(root, "app/_server"), join(folder, "app/_server"), { recursive: true });
  write(join(folder, "data/site/catalog.ts"), "export function loadCatalog(): void {}");
  write(join(folder, "data/package/datapackage.json"), "{}");
  for (const name of ["query-keys", "tracking"])
    cpSync(join(root, `data/view/${name}.mjs`), join(folder, `data/view/${name}.mjs`));
  write(join(folder, "package-lock.json"), '{ "packages": {} }');
  write(join(folder, "node_modules/.package-lock.json"), '{ "packages": {} }');
  write(join(folder, "node_modules/next/dist/bin/next"), fakeBuild(build));
  write(join(folder, "node_modules/next/index.js"), fakeServer(prepare, answer));
  write(join(folder, "node_modules/vite/index.js"), fakeReader);
  for (const name of ["sirv", "@polka", "mrmime", "totalist"])
    symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name));
  return folder;
}

type Environment = { readonly [name: string]: string | undefined };

const runNode = (args: string[], env: Environment = {}) => runProgram(process.execPath, args, env);

/** Runs a program, to its end or until it has written a text; `stop` passes a signal and waits. */
function runProgram(command: string, args: string[], env: Environment) {
  const child = spawn(command, args, {
    env: { ...process.env, npm_lifecycle_event: undefined, ...env },
  });
  children.push(child);
  let output = "";
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text) => {
      output += text;
      for (const listener of listeners) listener();
    });
  }
  const end = once(child, "close").then(([code]) => ({ code, output }));
  const written = (text: string) =>
    new Promise<void>((resolve) => {
      const look = () => output.includes(text) && resolve();
      listeners.add(look);
      look();
    });
  const stop = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return end;
  };
  return { end, stop, until: (text: string) => Promise.race([written(text), end]) };
}

const serve = (project: string, env: { [name: string]: string }) =>
  runNode([join(project, "app/_server/start.mjs")], env);

/** Below those that a system gives away by itself, so that nobody takes one between two lines of a test. */
let lastPort = 20_000 + (process.pid % 10_000);

/** A port that nobody listens at. */
async function freePort(): Promise<string> {
  lastPort += 1;
  const server = createServer();
  const isFree = await new Promise<boolean>((resolve) => {
    server.once("error", () => resolve(false)).listen(lastPort, () => resolve(true));
  });
  if (!isFree) return freePort();
  server.close();
  await once(server, "close");
  return String(lastPort);
}

/** Holds a port for as long as `work` takes. */
async function withPort<T>(work: (port: string) => T): Promise<T> {
  const port = await freePort();
  const server = createServer().listen(Number(port));
  await once(server, "listening");
  const result = await work(port);
  server.close();
  await once(server, "close");
  return result;
}

test("says in one sentence that the port is in use, and starts nothing", async () => {
  await withPort(async (PORT) => {
    expect(await serve(makeProject(), { PORT }).end).toEqual({
      code: 1,
      output: `Port ${PORT} is in use: stop the program that uses it, or set PORT to another number.\n`,
    });
  });
});

test.each(["0", "65536", "80a", "-1"])("refuses %s as a port", async (PORT) => {
  expect(await serve(makeProject(), { PORT }).end).toEqual({
    code: 1,
    output: `PORT is "${PORT}": it has to be a whole number from 1 to 65535.\n`,
  });
});

test.each(["example.org", "ftp://example.org", "https://example.org/figures", "https://"])(
  "refuses %s as the address of the site",
  async (SITE_URL) => {
    expect(await serve(makeProject(), { PORT: await freePort(), SITE_URL }).end).toEqual({
      code: 1,
      output: `SITE_URL is "${SITE_URL}": it has to be a web address without a path, as https://example.org.\n`,
    });
  },
);

/** Asks on a connection of its own: `sent` once the request is on its way, `answer` is what came. */
function ask(port: string, path: string) {
  const headers = { Connection: "keep-alive" };
  const request = get({ port, path, headers, agent: false });
  const answer = once(request, "response").then(async ([response]) => ({
    text: (await response.toArray()).join(""),
    connection: response.headers.connection,
  }));
  const sent = once(request, "socket").then(([socket]) => once(socket, "connect"));
  return { sent, answer };
}

test("answers after SIGTERM all that was asked before, however busy it is, and then ends", async () => {
  const signs = makeFolder();
  // Each answer takes the whole thread for a while, as a page does that is rendered.
  const answer = `
    const { existsSync } = require("node:fs");
    const isGiven = (sign) => existsSync(${JSON.stringify(signs)} + sign);
    if (request.url === "/data/busy") process.stdout.write("busy\\n");
    while (request.url === "/data/busy" && !isGiven("/free"));
    while (request.url === "/data/slow" && !isGiven("/late")) await new Promise((turn) => setTimeout(turn, 9));
    for (const until = Date.now() + 20; Date.now() < until; );
    response.end("all of it");
  `;
  const PORT = await freePort();
  const server = serve(makeProject({ answer }), { PORT });
  await server.until("is at");
  const slow = ask(PORT, "/data/slow");
  await slow.sent;
  const busy = ask(PORT, "/data/busy");
  await server.until("busy");
  const asked = Array.from({ length: 40 }, () => ask(PORT, "/data/any"));
  await Promise.all(asked.map(({ sent }) => sent));
  const end = server.stop("SIGTERM");
  write(join(signs, "free"), "");
  const answers = await Promise.all([busy, ...asked].map(({ answer }) => answer));
  expect(new Set(answers.map(({ text }) => text))).toEqual(new Set(["all of it"]));
  expect(answers.at(-1)?.connection).toBe("close");
  const asksAgain = () =>
    expect(fetch(`http://localhost:${PORT}/`)).rejects.toThrow("fetch failed");
  await asksAgain();
  write(join(signs, "late"), "");
  expect((await slow.answer).text).toBe("all of it");
  expect((await end).code).toBe(0);
});

test("builds for the first start, not for the second, and again after a change", async () => {
  const project = makeProject();
  const PORT = await freePort();
  const start = async () => {
    const server = serve(project, { PORT });
    await server.until("is at");
    return await server.stop("SIGTERM");
  };
  const served = `server runs\nISKP in Figures is at http://localhost:${PORT}\n`;
  const built = `Building: the pages are new or have changed since the last build.\nbuild runs\n${served}`;

  expect(await start()).toEqual({ code: 0, output: built });
  expect(await start()).toEqual({ code: 0, output: served });
  write(join(project, "components/new.tsx"), "");
  expect(await start()).toEqual({ code: 0, output: built });
});

test("leaves the port free after SIGINT", async () => {
  const PORT = await freePort();
  const server = serve(makeProject(), { PORT });
  await server.until("is at");
  expect((await server.stop("SIGINT")).code).toBe(0);
  const again = createServer().listen(Number(PORT));
  await once(again, "listening");
  again.close();
});

test("stops while it builds, and the build with it", async () => {
  const build = `process.stdout.write("pid " + process.pid + "\\n"); setTimeout(finish, 20_000)`;
  const server = serve(makeProject({ build }), { PORT: await freePort() });
  await server.until("pid ");
  const { code, output } = await server.stop("SIGTERM");
  expect(code).toBe(130);
  const pid = Number(/pid (\d+)/.exec(output)?.[1]);
  expect(() => process.kill(pid, 0)).toThrow("ESRCH");
});

test("does not serve what a failed build left behind", async () => {
  const project = makeProject({ build: "finish(); process.exit(3)" });
  const { code, output } = await serve(project, { PORT: await freePort() }).end;
  expect(code).toBe(3);
  expect(output).toContain("next build ended with exit code 3: there is nothing to serve.\n");
  expect(existsSync(join(project, ".next/inputs.json"))).toBe(false);
});

test("ends with the exit code of a server that ends before it answers, and says so", async () => {
  const project = makeProject({ prepare: "process.exit(7)" });
  const { code, output } = await serve(project, { PORT: await freePort() }).end;
  expect(code).toBe(7);
  expect(output).toContain("The server ended before it answered, with exit code 7.\n");
});

test("starts a server that dies again, and says so", async () => {
  const answer = `if (request.url === "/data/die") process.exit(9); response.end("well");`;
  const PORT = await freePort();
  const server = serve(makeProject({ answer }), { PORT });
  await server.until("is at");
  // The connection breaks, or is told so, whichever is first.
  await fetch(`http://localhost:${PORT}/data/die`).catch(() => null);
  const at = `ISKP in Figures is at http://localhost:${PORT}\n`;
  const again = "The server ended with exit code 9: it is started again in 0.25 s.\nserver runs\n";
  await server.until(again + at);
  expect(await (await fetch(`http://localhost:${PORT}/data/any`)).text()).toBe("well");
  expect((await server.stop("SIGTERM")).code).toBe(0);
});

test("ends a server whose parent was killed", async () => {
  const answer = `response.end(String(process.pid));`;
  const PORT = await freePort();
  const server = serve(makeProject({ answer }), { PORT });
  await server.until("is at");
  const pid = Number(await (await fetch(`http://localhost:${PORT}/data/any`)).text());
  await server.stop("SIGKILL");
  await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow("ESRCH"), 10_000);
});

test("serves what was built anew in its folder", async () => {
  const PORT = await freePort();
  const project = makeProject();
  const server = serve(project, { PORT });
  await server.until("is at");
  expect((await runNode([join(project, "app/_server/build.mjs")]).end).code).toBe(0);
  await server.until(
    "The pages were built anew.\nThe server ended with exit code 0: it is started again in 0.25 s.\nserver runs\nISKP",
  );
  expect((await server.stop("SIGTERM")).code).toBe(0);
});

test("ends through npm, and the server with it", async () => {
  const project = makeProject({ answer: "response.end(String(process.pid));" });
  write(
    join(project, "package.json"),
    '{ "type": "module", "scripts": { "start": "node app/_server/start.mjs" } }',
  );
  const PORT = await freePort();
  const npm = runProgram("npm", ["start", "--prefix", project], { PORT });
  await npm.until("is at");
  const pid = Number(await (await fetch(`http://localhost:${PORT}/data/any`)).text());
  await npm.stop("SIGTERM");
  await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow("ESRCH"), 10_000);
});

test("says in one sentence that there is no finished build", async () => {
  const project = makeProject();
  expect(await runNode([join(project, "app/_server/server.mjs"), await freePort()]).end).toEqual({
    code: 1,
    output: "There is no finished build to serve: run `npm run build` first.\n",
  });
});

test("says in one sentence that another process builds in the folder", async () => {
  const build = join(makeProject({ build: "setTimeout(finish, 20_000)" }), "app/_server/build.mjs");
  const first = runNode([build]);
  await first.until("build runs");
  expect(await runNode([build]).end).toEqual({
    code: 1,
    output: "Another process builds in this folder: wait for its end, or delete .building.\n",
  });
  expect((await first.stop("SIGTERM")).code).toBe(130);
  expect(existsSync(join(build, "../../../.building"))).toBe(false);
});

test("builds where the process that built before was killed", async () => {
  const project = makeProject();
  write(join(project, ".building"), "999999999");
  const { code } = await runNode([join(project, "app/_server/build.mjs")]).end;
  expect(code).toBe(0);
});

test("says in one sentence why the server cannot start", async () => {
  const project = makeProject({ prepare: `throw new Error("There is no build.")` });
  const { code, output } = await serve(project, { PORT: await freePort() }).end;
  expect(code).toBe(1);
  expect(output).toContain(
    "The server could not start: There is no build.\nThe server ended before it answered, with exit code 1.\n",
  );
});

test("answers for itself where a page cannot be made, and goes on", async () => {
  const answer = `if (request.url === "/data/bad") throw new Error("no page"); response.end("well");`;
  const PORT = await freePort();
  const server = serve(makeProject({ answer }), { PORT });
  await server.until("is at");
  const bad = await fetch(`http://localhost:${PORT}/data/bad`);
  expect([bad.status, await bad.text()]).toEqual([500, "This could not be answered.\n"]);
  expect(await (await fetch(`http://localhost:${PORT}/data/good`)).text()).toBe("well");
  expect((await server.stop("SIGTERM")).output).toContain(
    "GET /data/bad could not be answered: Error",
  );
});

test("tells each request on a line of its own where LOG is 1, and none without", async () => {
  const answer = 'response.setHeader("Content-Type", "text/plain"); response.end("well");';
  const project = makeProject({ answer });
  const outputOf = async (LOG: string) => {
    const PORT = await freePort();
    const server = serve(project, { PORT, LOG });
    await server.until("is at");
    await (await fetch(`http://localhost:${PORT}/data/a.csv?secret=1`)).text();
    await (await fetch(`http://localhost:${PORT}/moon`, { method: "POST" })).text();
    return (await server.stop("SIGTERM")).output;
  };
  expect(await outputOf("1")).toMatch(
    /\nGET \/data\/a\.csv 200 \d+ ms \d+ B\nPOST \/moon 405 \d+ ms \d+ B\n/,
  );
  expect(await outputOf("")).not.toMatch(/GET|POST/);
});

test("installs first where node_modules lacks what the lock file lists", async () => {
  const project = makeProject();
  write(join(project, "package-lock.json"), '{ "packages": { "node_modules/x": {} } }');
  write(join(project, "bin/npm"), '#!/bin/sh\necho "npm $1"\nexit 3\n', 0o755);
  const env = { PORT: await freePort(), PATH: join(project, "bin") };
  expect(await serve(project, env).end).toEqual({
    code: 3,
    output:
      "Installing what package-lock.json lists: this takes a minute or so.\nnpm ci\nnpm ci ended with exit code 3: nothing was started.\n",
  });
});

test("refuses to build from a data package with a problem, and keeps the last build", async () => {
  const project = makeProject();
  rmSync(join(project, "node_modules"), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(project, "node_modules"));
  cpSync(join(root, "data"), join(project, "data"), { recursive: true });
  write(join(project, ".next/inputs.json"), "{}");
  appendFileSync(join(project, "data/package/attacks.csv"), "one field only\n");

  const { code, output } = await runNode([join(project, "app/_server/build.mjs")]).end;
  expect(code).toBe(1);
  expect(output).toMatch(
    /^data\/package\/attacks\.csv:\d+:\d+.*\n(.+\n)*Problems in data\/package: \d+\. Nothing was built\.\n$/,
  );
  expect(existsSync(join(project, ".next/inputs.json"))).toBe(true);
});

test("tests with the Chromium that CHROMIUM_PATH names", () => {
  vi.stubEnv("CHROMIUM_PATH", process.execPath);
  expect(findChromium()).toBe(process.execPath);
});

test("refuses a CHROMIUM_PATH that does not run", () => {
  vi.stubEnv("CHROMIUM_PATH", "/nowhere/chromium");
  expect(findChromium).toThrow('CHROMIUM_PATH names no Chromium that runs: "/nowhere/chromium".');
});

test("tests with a Chromium on the PATH where Playwright has none of its own", async () => {
  const folder = makeFolder();
  write(join(folder, "chromium"), "#!/bin/sh\nexit 1\n", 0o755);
  write(join(folder, "google-chrome"), "#!/bin/sh\nexit 0\n", 0o755);
  const env = { PATH: folder, PLAYWRIGHT_BROWSERS_PATH: folder, CHROMIUM_PATH: undefined };
  const find = () => runNode([join(root, "tests/chromium.mjs")], env).end;
  expect((await find()).output).toBe(`${join(folder, "google-chrome")}\n`);
  write(join(folder, "chromium-headless-shell"), "#!/bin/sh\nexit 0\n", 0o755);
  expect((await find()).output).toBe(`${join(folder, "chromium-headless-shell")}\n`);
});
