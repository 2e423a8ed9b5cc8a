import { brotliDecompressSync, gunzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { codingOf, encodeFor, isNamed } from "@/app/_server/negotiate.mjs";

test.each([
  ["gzip, deflate, br, zstd", "br"],
  ["gzip", "gzip"],
  ["BR", "br"],
  ["br;q=0, gzip;q=0.5", "gzip"],
  ["br; q=0.0, gzip ;q=0", ""],
  ["identity", ""],
  ["brotli, xgzip", ""],
  ["", ""],
  [undefined, ""],
])("answers %j in the coding %j", (accepted, coding) => {
  expect(codingOf(accepted)).toBe(coding);
});

test.each([
  ['"a"', '"a"', true],
  ['"a"', 'W/"a"', true],
  ['W/"a"', '"a"', true],
  ['"a"', '"b", W/"a"', true],
  ['"a,b"', '"a,b"', true],
  ['"a"', " * ", true],
  ['"a"', '"b"', false],
  ['"a"', '"A"', false],
  ['"a"', "a", false],
  ['"a"', '"a', false],
  ['"*"', '"a", *', false],
  ['"a"', "", false],
  ['"a"', undefined, false],
  ["", "*", false],
  [undefined, "*", false],
])("whether %j is among %j: %j", (tag, named, isAmong) => {
  expect(isNamed(tag, named)).toBe(isAmong);
});

test("a tag is among any list that it stands in, weak or not, and in none without it", () => {
  const tag = fc.stringMatching(/^(W\/)?"[!#-~]*"$/);
  fc.assert(
    fc.property(tag, fc.array(tag), fc.array(tag), (own, before, after) => {
      const opaque = (each: string) => each.replace(/^W\//, "");
      const others = [...before, ...after].filter((each) => opaque(each) !== opaque(own));
      expect(isNamed(own, [...before, own, ...after].join(", "))).toBe(true);
      expect(isNamed(own, others.join(","))).toBe(false);
    }),
  );
});

const text = "a line of figures\n".repeat(100);
const csv = { "content-type": "text/csv; charset=utf-8", etag: '"x"', vary: "rsc" };

test.each([
  ["br", "br", brotliDecompressSync],
  ["gzip", "gzip", gunzipSync],
] as const)(
  "a text is sent as %s to whom that is right, with a weak tag",
  async (accepted, coding, undo) => {
    const { headers, body } = await encodeFor(accepted, csv, Buffer.from(text));
    expect(headers).toEqual({
      "content-type": "text/csv; charset=utf-8",
      etag: 'W/"x"',
      vary: "rsc, Accept-Encoding",
      "content-encoding": coding,
    });
    expect(String(undo(body))).toBe(text);
  },
);

test.each([
  ["to whom no coding is right", "", csv, text, "rsc, Accept-Encoding"],
  ["that is short", "br", csv, "id\n", "rsc, Accept-Encoding"],
  [
    "that is compressed by itself",
    "br",
    { ...csv, "content-type": "application/zip" },
    text,
    "rsc",
  ],
])("what is sent %s is as it was", async (_, accepted, own, said, vary) => {
  const { headers, body } = await encodeFor(accepted, own, Buffer.from(said));
  expect(headers).toEqual({ ...own, vary });
  expect(String(body)).toBe(said);
});
