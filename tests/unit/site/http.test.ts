import { expect, test } from "vitest";
import { allowMethods, toHttpResponse } from "@/data/site/http";
import type { TableFile } from "@/data/site/table-file";

const file: TableFile = {
  status: 200,
  type: "text/csv; charset=utf-8",
  body: "id\r\na\r\n",
  name: "x.attacks.csv",
};

test("a file comes with a strong tag of its bytes, open to any page", () => {
  const { status, headers, body } = toHttpResponse(file);
  expect([status, body, Object.keys(headers)]).toEqual([
    200,
    "id\r\na\r\n",
    [
      "Access-Control-Allow-Origin",
      "Content-Security-Policy",
      "Access-Control-Expose-Headers",
      "Cache-Control",
      "ETag",
      "Content-Type",
      "Content-Disposition",
    ],
  ]);
  expect(headers.ETag).toMatch(/^"[\w-]{43}"$/);
});

test("a browser saves a file under its name, and shows one that is to be read", () => {
  const dispositionOf = (said: Partial<TableFile>) =>
    toHttpResponse({ ...file, ...said }).headers["Content-Disposition"];
  expect([dispositionOf({}), dispositionOf({ isShown: true })]).toEqual([
    'attachment; filename="x.attacks.csv"',
    'inline; filename="x.attacks.csv"',
  ]);
});

test("other bytes have another tag, and the same bytes the same", () => {
  const tagOf = (body: string) => toHttpResponse({ ...file, body }).headers.ETag;
  const [first, again, other] = ["a", "a", "b"].map(tagOf);
  expect([first === again, first === other]).toEqual([true, false]);
});

test("a refusal is open to any page too, and has no tag to ask for again", () => {
  const refusal: TableFile = { status: 400, type: "text/plain", body: "no\n", name: null };
  expect(toHttpResponse(refusal)).toEqual({
    status: 400,
    headers: {
      "Access-Control-Allow-Origin": "*",
      "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
      "Content-Type": "text/plain",
    },
    body: "no\n",
  });
});

test("another site is told that a file can be read and nothing else", () => {
  const methods = "GET, HEAD, OPTIONS";
  expect([allowMethods().status, allowMethods().headers["Access-Control-Allow-Methods"]]).toEqual([
    204,
    methods,
  ]);
});
