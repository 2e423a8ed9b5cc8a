import { expect, test } from "vitest";
import { readRequest } from "@/app/_server/bounds.mjs";

const ask = (url: string, method = "GET", host = "site.example") =>
  readRequest({ url, method, headers: { host } });
const statusOf = (...asked: Parameters<typeof ask>) => {
  const found = ask(...asked);
  return "status" in found ? found.status : 200;
};

test.each([
  ["/", "/", ""],
  ["/attacks?place=Kabul&_sort=-value", "/attacks", "place=Kabul&_sort=-value"],
  ["/data/../attacks", "/attacks", ""],
  ["/data/%2e%2e/attacks", "/attacks", ""],
  ["//moon.example/attacks", "//moon.example/attacks", ""],
  ["/\\moon.example", "//moon.example", ""],
  ["/%61ttacks", "/attacks", ""],
  ["http://other.example/attacks?a=b", "/attacks", "a=b"],
  ["/attacks?", "/attacks", ""],
  ["/attacks?&&", "/attacks", ""],
])("reads %s as the path %s and the query %j", (url, path, query) => {
  expect(ask(url)).toEqual({ path, query });
});

test.each([
  "fbclid=x",
  "utm_source=letter&utm_medium=mail",
  "UTM_Campaign=x",
  "gclid=x&mc_cid=y&mc_eid=z",
  "%66bclid=x",
])("drops %s, which only counts readers", (query) => {
  expect(ask(`/attacks?${query}`)).toEqual({ path: "/attacks", query: "" });
  expect(ask(`/attacks?${query}&place=Kabul`)).toEqual({ path: "/attacks", query: "place=Kabul" });
});

test.each(["__proto__", "nxtPsheet", "nxtIa", "nextInternalLocale", "_rsc", "~x", "%6extPx"])(
  "renames %s, which Next.js would lose",
  (key) => {
    const decoded = decodeURIComponent(key);
    expect(ask(`/attacks?${key}=1`)).toEqual({
      path: "/attacks",
      query: new URLSearchParams([[`~${decoded}`, "1"]]).toString(),
    });
  },
);

test.each([
  "*",
  "",
  "/%",
  "/data/%",
  "/%E0%A4%A",
  "/%ff",
  "attacks",
  "ftp://a/b",
  "http://",
  "a:b",
])("refuses %j as an address", (url) => {
  expect(statusOf(url)).toBe(400);
});

test("refuses a query of more keys or bytes than a page of ours writes", () => {
  expect(statusOf(`/attacks?${"a&".repeat(499)}a`)).toBe(200);
  expect(statusOf(`/attacks?${"a&".repeat(500)}a`)).toBe(414);
  expect(statusOf(`/attacks?_find=${"x".repeat(15_000)}`)).toBe(200);
  expect(statusOf(`/attacks?_find=${"x".repeat(16_000)}`)).toBe(414);
});

test.each(["POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "get", ""])(
  "refuses %j, and says what is allowed",
  (method) => {
    for (const url of ["/", "/moon", "/data/attacks.csv", "/data/../attacks", "/_next/x"])
      expect(ask(url, method)).toMatchObject({ status: 405, allow: "GET, HEAD, OPTIONS" });
  },
);

test("tells OPTIONS what is allowed, and leaves a file to say it to other sites", () => {
  for (const url of ["*", "/attacks", "/moon?a=b"])
    expect(ask(url, "OPTIONS")).toMatchObject({ status: 204, allow: "GET, HEAD, OPTIONS" });
  expect(ask("/data/attacks.csv", "OPTIONS")).toEqual({ path: "/data/attacks.csv", query: "" });
  expect(statusOf("/%", "OPTIONS")).toBe(400);
});

test.each(["a b", "", "<script>", "a@b", "a:b:c", "host:123456", "%"])(
  "refuses %j as a host",
  (host) => {
    expect(statusOf("/", "GET", host)).toBe(400);
  },
);

test("wants a host of whoever speaks HTTP/1.1", () => {
  const bare = { url: "/", method: "GET", headers: {} };
  expect(readRequest({ ...bare, httpVersion: "1.1" })).toMatchObject({ status: 400 });
  expect(readRequest({ ...bare, httpVersion: "1.0" })).toEqual({ path: "/", query: "" });
});

test.each(["a.example", "localhost:3000", "127.0.0.1:1", "[::1]:3000"])(
  "takes %s as a host",
  (host) => {
    expect(statusOf("/", "GET", host)).toBe(200);
  },
);

test("refuses two hosts, of which a proxy may have believed the other", () => {
  const asked = { url: "/", method: "GET", headers: { host: "a.example" } };
  const named = ["Host", "a.example", "Accept", "host"];
  expect(readRequest({ ...asked, rawHeaders: named })).toEqual({ path: "/", query: "" });
  expect(readRequest({ ...asked, rawHeaders: [...named, "HOST", "b.example"] })).toMatchObject({
    status: 400,
  });
});
