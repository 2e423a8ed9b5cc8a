/** What a server serves from: a copy of the build, with each file in its compressed forms. */

import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { withLateScripts } from "./late-scripts.mjs";
import { policyWith } from "./policy.mjs";

/** What built pages hold in place of the address of the site. */
const builtSite = "https://site.invalid";

/**
 * A text with the address of the site where something stands for it. Where nobody said what the site is
 * called, its addresses are relative: right wherever it is read.
 * @param {string} text @param {string} site @param {string} placeholder
 */
export function withSite(text, site, placeholder = builtSite) {
  const named = site ? text : text.replaceAll(new RegExp(`${placeholder}(?![\\w/])`, "g"), "/");
  return named.replaceAll(placeholder, site);
}

/** What of a build no server needs. */
const unneeded = /^(cache|dev|diagnostics|trace.*|types)$|\.(map|nft\.json)$/;

/**
 * A server's own copy of the build, and of the data that its pages read, with the address of the site
 * put in: what is built in the folder from then on does not concern it.
 * @param {string} root
 * @param {string} site "" where nobody said it
 */
export function takeSnapshot(root, site) {
  const folder = join(root, ".serving", String(process.pid));
  removeLeft(dirname(folder));
  const build = join(folder, ".next");
  const files = join(folder, "public");
  copy(join(root, ".next"), build, (path) => !unneeded.test(basename(path)));
  for (const data of ["package", "versions"])
    if (existsSync(join(root, "data", data)))
      copy(join(root, "data", data), join(folder, "data", data));
  if (existsSync(join(root, "CHANGELOG.md")))
    copy(join(root, "CHANGELOG.md"), join(folder, "CHANGELOG.md"));
  if (existsSync(join(root, "public"))) copy(join(root, "public"), files);
  mkdirSync(join(files, "_next"), { recursive: true });
  renameSync(join(build, "static"), join(files, "_next", "static"));
  mkdirSync(join(build, "static"));
  /** Policies of the built pages by address. @type {Map<string, string>} */
  const pages = new Map();
  const app = join(build, "server", "app");
  for (const path of listFiles(app)) {
    const name = relative(app, path);
    if (/\.(html|rsc|body)$/.test(name)) putSite(path, site);
    if (name.endsWith(".html")) {
      const address = `/${name.slice(0, -5)}`.replace(/^\/index$/, "/");
      rewrite(path, withLateScripts);
      pages.set(address, policyOf(readFileSync(path, "utf8"), address.startsWith("/embed/")));
      publish(path, join(files, name));
    } else if (name.endsWith(".body") && (site || name !== "sitemap.xml.body"))
      publish(
        path,
        join(files, /\.\w+\.body$/.test(name) ? name.slice(0, -5) : `${name.slice(0, -5)}.json`),
      );
  }
  return { folder, files, pages };
}

/** @param {string} from @param {string} to @param {(path: string) => boolean} [filter] */
function copy(from, to, filter) {
  cpSync(from, to, { recursive: true, preserveTimestamps: true, ...(filter ? { filter } : {}) });
}

/** Removes the copies of servers that have ended without doing so themselves. @param {string} all */
function removeLeft(all) {
  for (const pid of existsSync(all) ? readdirSync(all) : [])
    if (Number(pid) === process.pid || !isRunning(Number(pid)))
      rmSync(join(all, pid), { recursive: true, force: true });
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** @param {string} folder */
function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

/**
 * Names the site in a file. Its time, of which its tag is made, then depends on the name as well.
 * @param {string} path @param {string} site
 */
function putSite(path, site) {
  const text = readFileSync(path, "latin1");
  if (!text.includes(builtSite)) return;
  const { atime, mtime } = statSync(path);
  const shift = createHash("sha256").update(site).digest().readUInt16BE();
  // A site map has whole addresses alone: where there are none, there is no site map.
  const said = site ? text : text.replace(/^Sitemap: .*\n?/m, "");
  writeFileSync(path, withSite(said, site), "latin1");
  utimesSync(path, atime, new Date(mtime.getTime() - shift));
}

/** Changes the text of a file, and not its time. @param {string} path @param {(text: string) => string} change */
function rewrite(path, change) {
  const { atime, mtime } = statSync(path);
  writeFileSync(path, change(readFileSync(path, "latin1")), "latin1");
  utimesSync(path, atime, mtime);
}

/** The policy of a built page: its own inline scripts may run, by their hashes. @param {string} html @param {boolean} isFramable */
export function policyOf(html, isFramable) {
  const inline = /<script(?![^>]*(?:\ssrc=|application\/ld\+json))[^>]*>(.*?)<\/script>/gs;
  const hashes = [...html.matchAll(inline)].map(
    ([, script = ""]) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
  );
  return policyWith(["'self'", ...new Set(hashes)].join(" "), isFramable);
}

/** Puts a file where it is served from, and its compressed forms beside it. @param {string} from @param {string} to */
function publish(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  copy(from, to);
  compress(to, 9);
}

/** Writes the compressed forms of a text beside it, as old as it is. @param {string} path @param {number} quality */
export function compress(path, quality) {
  if (!/\.(html|js|css|svg|json|txt|xml)$/.test(path)) return;
  const text = readFileSync(path);
  const { atime, mtime } = statSync(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
  const forms = { br: brotliCompressSync(text, { params }), gz: gzipSync(text, { level: 9 }) };
  for (const [extension, bytes] of Object.entries(forms)) {
    writeFileSync(`${path}.${extension}`, bytes);
    utimesSync(`${path}.${extension}`, atime, mtime);
  }
}
