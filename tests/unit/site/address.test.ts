import { expect, test } from "vitest";
import { toSite } from "@/data/site/address";

const siteOf = (configured: string | undefined, headers: { readonly [name: string]: string }) =>
  toSite(configured, (name) => headers[name] ?? null);

test.each([
  ["SITE_URL comes first", "https://iskp.example/", { host: "a.example" }, "https://iskp.example"],
  ["only its origin counts", "https://iskp.example/x?y", {}, "https://iskp.example"],
  [
    "one that is no web address counts for nothing",
    "javascript:1",
    { host: "a.example" },
    "http://a.example",
  ],
  [
    "nor does one that would end a quotation",
    "https://a'b.example",
    { host: "a.example" },
    "http://a.example",
  ],
  ["without a slash at its end or with one", "https://iskp.example", {}, "https://iskp.example"],
  ["a name as containers have it", undefined, { host: "my_app:3000" }, "http://my_app:3000"],
  ["the host of the request", undefined, { host: "127.0.0.1:3000" }, "http://127.0.0.1:3000"],
  [
    "what the first proxy was asked for",
    undefined,
    { host: "inner", "x-forwarded-host": "a.example, b", "x-forwarded-proto": "https,http" },
    "https://a.example",
  ],
  [
    "a forwarded host that is none is passed over",
    undefined,
    { host: "a.example", "x-forwarded-host": 'x"><script>' },
    "http://a.example",
  ],
  ["a user before the host is no host", undefined, { host: "a@b.example" }, "http://localhost"],
  [
    "a protocol that is none is http",
    undefined,
    { host: "a", "x-forwarded-proto": "javascript" },
    "http://a",
  ],
  ["an address of version 6", undefined, { host: "[::1]:3000" }, "http://[::1]:3000"],
  ["nothing at all", undefined, {}, "http://localhost"],
] as const)("%s", (_, configured, headers, site) => {
  expect(siteOf(configured, headers)).toBe(site);
});
