import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { policyOf, takeSnapshot, withSite } from "@/app/_server/snapshot.mjs";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "snapshot-"));
  write(".next/BUILD_ID", "x");
  write(".next/cache/big", "x");
  write(".next/static/chunks/a.js", "let a");
  write(".next/static/chunks/a.js.br", "br");
  write(".next/server/app/index.html", page);
  write(".next/server/app/embed/attacks.html", page);
  write(".next/server/app/index.rsc", "https://site.invalid/x");
  write(".next/server/app/robots.txt.body", "Sitemap: https://site.invalid/sitemap.xml");
  write(".next/server/app/palette.body", "[]");
  write("data/package/datapackage.json", "{}");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const script = "let site='https://site.invalid/'";
const page = `<head><link href="https://site.invalid/"><script src="/a.js"></script><script>${script}</script></head>`;

function write(path: string, text: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

test("a copy names the address of the site wherever what is built stands for it", () => {
  const { folder, files } = takeSnapshot(root, "https://a.example");
  const read = (path: string) => readFileSync(path, "utf8");
  expect(read(join(files, "index.html"))).toContain('<link href="https://a.example/">');
  expect(read(join(files, "robots.txt"))).toBe("Sitemap: https://a.example/sitemap.xml");
  expect(read(join(folder, ".next/server/app/index.rsc"))).toBe("https://a.example/x");
  expect(read(join(root, ".next/server/app/index.html"))).toBe(page);
});

test("where nobody said what the site is called, its addresses are relative, and it has no site map", () => {
  write(".next/server/app/sitemap.xml.body", "<loc>https://site.invalid/attacks</loc>");
  write(
    ".next/server/app/robots.txt.body",
    "Allow: /\nSitemap: https://site.invalid/sitemap.xml\n",
  );
  const { files } = takeSnapshot(root, "");
  const read = (path: string) => readFileSync(join(files, path), "utf8");
  expect(read("index.html")).toContain('<link href="/">');
  expect(read("robots.txt")).toBe("Allow: /\n");
  expect(existsSync(join(files, "sitemap.xml"))).toBe(false);
});

test.each([
  ['href="https://site.invalid"', "", 'href="/"'],
  ['\\"https://site.invalid\\"', "", '\\"/\\"'],
  ['href="https://site.invalid/attacks"', "", 'href="/attacks"'],
  ['href="https://site.invalid"', "https://a.example", 'href="https://a.example"'],
])("%s of the site %j is %s", (text, site, said) => {
  expect(withSite(text, site)).toBe(said);
});

test("the same page of two sites has two times, of which its tag is made", () => {
  const timeOf = (site: string) =>
    statSync(join(takeSnapshot(root, site).files, "index.html")).mtimeMs;
  const [first, second, again] = [
    "https://a.example",
    "https://b.example",
    "https://a.example",
  ].map(timeOf);
  expect([first === second, first === again]).toEqual([false, true]);
});

test("a page has a policy of the hashes of its scripts as they are served, and one that is embedded may be framed", () => {
  const { pages } = takeSnapshot(root, "https://a.example");
  const own = hash("let site='https://a.example/'");
  expect([...pages.keys()].toSorted()).toEqual(["/", "/embed/attacks"]);
  expect(pages.get("/")).toContain(`script-src 'self' ${own};`);
  expect(pages.get("/")).toContain("frame-ancestors 'none'");
  expect(pages.get("/embed/attacks")).toContain("frame-ancestors *");
});

test("text is there compressed too, and what the build has compressed is kept", () => {
  const { files } = takeSnapshot(root, "https://a.example");
  const html = readFileSync(join(files, "index.html"));
  expect(brotliDecompressSync(readFileSync(join(files, "index.html.br")))).toEqual(html);
  expect(gunzipSync(readFileSync(join(files, "index.html.gz")))).toEqual(html);
  expect(readFileSync(join(files, "palette.json.br")).length).toBeGreaterThan(0);
  expect(readFileSync(join(files, "_next/static/chunks/a.js.br"), "utf8")).toBe("br");
});

test("a copy lives on when the build has gone, and has no more of it than is served", () => {
  const { folder, files } = takeSnapshot(root, "https://a.example");
  rmSync(join(root, ".next"), { recursive: true });
  expect(existsSync(join(files, "index.html"))).toBe(true);
  expect(existsSync(join(folder, ".next/BUILD_ID"))).toBe(true);
  expect(existsSync(join(folder, "data/package/datapackage.json"))).toBe(true);
  expect(existsSync(join(folder, ".next/cache"))).toBe(false);
});

test("a copy that a server left behind is removed, one that is in use is not", () => {
  write(".serving/99999999/x", "x");
  write(`.serving/${process.ppid}/x`, "x");
  takeSnapshot(root, "https://a.example");
  expect(existsSync(join(root, ".serving/99999999"))).toBe(false);
  expect(existsSync(join(root, `.serving/${process.ppid}/x`))).toBe(true);
});

test("a policy counts each inline script once, and neither files nor data", () => {
  const html = `<script id="_R_">a</script><script>a</script><script async="" src="/b.js">c</script><script type="application/ld+json">{}</script><script>d\ne</script>`;
  expect(policyOf(html, false)).toContain(`script-src 'self' ${hash("a")} ${hash("d\ne")};`);
});
