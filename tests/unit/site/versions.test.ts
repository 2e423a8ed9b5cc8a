import { expect, test } from "vitest";
import { heightOf } from "@/components/chart/chart-geometry";
import { toHttpResponse } from "@/data/site/http";
import { shareDataOf } from "@/data/site/share";
import { sheetOf, sheetPropsOf } from "@/data/site/sheets";
import { fileAt } from "@/data/site/version-file";
import { catalogAsked, catalogOf, versionNames } from "@/data/site/versions";
import { carry } from "@/data/view/carry";
import { formatView, parseView } from "@/data/view/view";

const site = "https://w.example";
const asked = { site, day: "2026-11-26" };
const get = async (address: string) => {
  const { pathname, searchParams } = new URL(address, site);
  return fileAt(pathname.replace("/data/", "").split("/"), searchParams, asked);
};
const lines = async (address: string) => String((await get(address)).body).split("\r\n").length - 2;
const known = versionNames().join(", ");
const newest = versionNames().at(-1) ?? "";
const query = (text: string) => new URLSearchParams(text);

test("a version is found by its path and by its key, whole and as a view", async () => {
  const rows = await Promise.all(
    [
      "/data/attacks.csv",
      `/data/${newest}/attacks.csv`,
      "/data/1.0.0/attacks.csv",
      "/data/attacks.csv?_version=1.0.0",
      "/data/1.0.0/attacks.csv?place=Kabul",
      "/data/attacks.csv?place=Kabul&_version=1.0.0",
      "/data/figures.csv?_version=1.0.0",
    ].map(lines),
  );
  expect(rows.slice(2)).toEqual([35, 35, 2, 2, 134]);
  expect(rows[1]).toBe(rows[0]);
});

test("a file of a version is kept for good, and what is made anew is asked for again", async () => {
  const caching = async (address: string) =>
    toHttpResponse(await get(address)).headers["Cache-Control"];
  expect(
    await Promise.all(
      [
        "/data/1.0.0/attacks.csv",
        "/data/1.0.0/datapackage.json",
        "/data/1.0.0/attacks.csv?place=Kabul",
        "/data/attacks.csv",
      ].map(caching),
    ),
  ).toEqual([
    "public, max-age=31536000, immutable",
    "public, max-age=31536000, immutable",
    "public, max-age=0, must-revalidate",
    "public, max-age=0, must-revalidate",
  ]);
});

test("an unknown version is answered with those that there are", async () => {
  expect(await get("/data/9.9.9/attacks.csv")).toMatchObject({
    status: 404,
    body: `There is no version "9.9.9". Published versions: ${known}.\n`,
  });
  expect(await get("/data/attacks.csv?_version=9.9.9")).toMatchObject({
    status: 400,
    body: `_version: found "9.9.9", expected one of ${known}\n`,
  });
  for (const path of [
    ["..", "package"],
    ["__proto__", "attacks.csv"],
    ["1.0.0", "a", "b"],
  ])
    expect((await fileAt(path, query(""), asked)).status).toBe(404);
});

test("the newest version is not written, an older one stays in every link, an unknown one is said", () => {
  const sheet = sheetOf(catalogAsked(query("_version=1.0.0")), "attacks");
  const table = {
    schema: sheet?.schema ?? { fields: [], missingValues: [""], primaryKey: ["id"] },
    rows: sheet?.figures ?? [],
    versions: versionNames(),
  } as const;
  const parse = (text: string) => parseView(query(text), table);
  expect(formatView(parse(`_version=${newest}`).view)).toBe("");
  expect(formatView({ ...parse("_version=1.0.0").view, find: "kabul" })).toBe(
    "_find=kabul&_version=1.0.0",
  );
  expect(parse("_version=9.9.9").problems).toEqual([
    `_version: found "9.9.9", expected one of ${known}`,
  ]);
  expect(carry("/casualties", query("place=Kabul&_version=1.0.0"))).toBe(
    "/casualties?_version=1.0.0",
  );
});

test("a page of an older version hands its own figures to the browser", () => {
  const old = catalogOf("1.0.0");
  const sheet = old && sheetOf(old, "attacks");
  expect(old && sheet && sheetPropsOf(old, sheet)).toMatchObject({
    version: "1.0.0",
    versions: versionNames(),
  });
});

test("a citation names its version and leads to it, also when that is the newest today", () => {
  const share = (text: string) => {
    const asked = query(text);
    return shareDataOf(catalogAsked(asked), site, asked, heightOf);
  };
  const present = share("_page=attacks&_select=attacks-2021-ctc");
  const old = share("_page=attacks&_select=attacks-2021-ctc&_version=1.0.0");
  expect([present.address, old.address]).toEqual([
    "https://w.example/attacks?_select=attacks-2021-ctc",
    "https://w.example/attacks?_select=attacks-2021-ctc&_version=1.0.0",
  ]);
  const footnotes = [present, old].map(({ citations }) => citations[0]?.footnote ?? "");
  expect(
    footnotes.map((text) => /version ([\d.]+), .*_version=([\d.]+)/.exec(text)?.slice(1)),
  ).toEqual([
    [newest, newest],
    ["1.0.0", "1.0.0"],
  ]);
  const files = old.offers.flatMap(({ files }) => files.map(({ href }) => href));
  expect(files.filter((href) => !href.includes("1.0.0"))).toEqual([]);
  const whole = share("_version=1.0.0").citations.at(-1);
  expect(whole?.csl).toContain('"URL": "https://w.example/?_version=1.0.0"');
});
