import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { stringsIn } from "../../strings";

const files = ["app", "components", "data"]
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => `${folder}/${path}`),
  )
  .filter((path) => /\.tsx?$/.test(path))
  .toSorted();

const said = files
  .map((file) => ({ file, strings: stringsIn(file) }))
  .filter(({ strings }) => strings.length > 0);

test("lists every text of the interface for whoever edits it", async () => {
  const list = said.map(({ file, strings }) => [file, ...strings.map((text) => `  ${text}`)]);
  const head =
    "Every text of the interface, file by file; … is filled in. npx vitest run strings -u writes it anew.";
  await expect(
    `${[[head], ...list].map((lines) => lines.join("\n")).join("\n\n")}\n`,
  ).toMatchFileSnapshot("../../strings.txt");
});

/** What a news desk does not print: pleas, exclamation marks, abbreviations, words of programmers. */
const unprinted =
  /\w!( |$)|\b(please|sorry|oops|invalid|failed to|utili[sz]e|e\.g\.|i\.e\.|via|his own|take along|click here)\b| {2}/i;

test("prints as a news desk would", () => {
  const strings = said.flatMap(({ strings }) => strings);
  expect(strings.filter((text) => unprinted.test(text))).toEqual([]);
});
