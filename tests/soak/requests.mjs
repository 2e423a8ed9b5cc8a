import fc from "fast-check";

/** @typedef {import("./wire.mjs").Asked} Asked */
/** @typedef {{ fields: readonly string[], sheets: readonly string[], files: readonly string[] }} Site names of fields and sheets, addresses of files */

/** Text that people and programs have sent, or that code of this kind has failed at. */
const texts = [
  ...["", " ", "Kabul", "attack", "1000..", "..5", "..", "2021..2022", "2021..2020", "-value"],
  ...["show", "log", "trend", "latest", "attacks-2021-ctc", "9,40", "1e999", "-0", "NaN"],
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "[]", "a[b]", "null", "undefined"],
  ...["\u0301", "e\u0301", "\u200B", "\u200D", "\u00AD", "\uFEFF", "\u202Eabc", "\u2066", "\u061C"],
  ...["\u0130\u0131", "\uFF1D1+1", "\u2011", "\u00A0", "\u0000", "\u007F", "\u0085", "\u2028"],
  ...[
    "\uD83D\uDCA5",
    "\uD83D",
    "\uDCA5",
    "\uFFFF",
    "\uFDFA",
    "\u1E9E",
    "\u0E33",
    "\u{1F468}\u200D\u{1F469}",
  ],
  ...["<script>alert(1)</script>", "'", '"><b>', "{{7*7}}", "../../etc/passwd", "=1+1"],
];
/** What stands in an address as it is. */
const broken = [
  "%",
  "%%",
  "%2",
  "%zz",
  "%E0%A4%A",
  "%C0%AF",
  "%CC%81",
  "%00",
  "%0d%0a",
  "+",
  "#",
  "\\",
  "\x80",
];

const piece = fc.oneof(
  fc.constantFrom(...texts),
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc.string({ unit: "binary", maxLength: 20 }),
);
const text = fc.oneof(
  { weight: 6, arbitrary: piece },
  {
    weight: 1,
    arbitrary: fc
      .tuple(piece, fc.constantFrom("", " ", ",", "-"), fc.integer({ min: 1, max: 400 }))
      .map(([part, between, times]) => Array(times).fill(part).join(between)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom("a", "Kabul", "\u0301"), fc.constantFrom(" ", ","), fc.nat(150))
      .map(([part, between, times]) =>
        Array.from({ length: times }, (_, index) => part + index).join(between),
      ),
  },
);
/** Text as an address carries it: half a pair of surrogates has no other form than its bytes. */
const encode = (/** @type {string} */ raw) =>
  [...raw]
    .map((sign) =>
      /[\uD800-\uDFFF]/u.test(sign)
        ? `%ED%${(0x80 | ((sign.charCodeAt(0) >> 6) & 0x3f)).toString(16)}%80`
        : encodeURIComponent(sign),
    )
    .join("");
const encoded = fc.oneof(
  { weight: 8, arbitrary: text.map(encode) },
  { weight: 1, arbitrary: fc.constantFrom(...broken) },
);
/** A header's value: any byte that does not end it. */
const value = text.map((raw) =>
  Buffer.from(raw, "utf8")
    .toString("latin1")
    .replaceAll(/[\r\n\0]/g, " "),
);

/** An arbitrary of requests: every parameter of every address with every kind of text. @param {Site} site */
export function makeRequests({ fields, sheets, files }) {
  const own = ["find", "sort", "select", "only", "measure", "chart", "scale", "mute", "repeats"];
  const view = [...own, "count", "columns", "page", "pick", "split", "kind"].map(
    (key) => `_${key}`,
  );
  const key = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...fields, ...view) },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        ...[
          "__proto__",
          "constructor",
          "prototype",
          "nxtPsheet",
          "nxtIsheet",
          "nextInternalLocale",
        ],
        ...[
          "_rsc",
          "__nextDataReq",
          "__nextLocale",
          "__flight__",
          "utm_source",
          "fbclid",
          "planet",
        ],
        ...["", "[]", "format", "download", "sheet", "file", "name", "url", "w", "q"],
      ),
    },
    { weight: 1, arbitrary: text.map(encode) },
  );
  const pair = fc.tuple(key, encoded).map(([name, said]) => `${name}=${said}`);
  const query = fc.oneof(
    { weight: 8, arbitrary: fc.array(pair, { maxLength: 4 }) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom("k", ...view, ...fields.slice(0, 3)), fc.boolean(), fc.nat(1_500))
        .map(([name, isNew, times]) =>
          Array.from({ length: times }, (_, index) => `${name}${isNew ? index : ""}=${index}`),
        ),
    },
  );
  const path = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.constantFrom(
        ...["/", "/figures", "/disagreements", "/documents", "/codebook", "/method", "/use"],
        ...["/use/json", "/palette", "/healthz", "/robots.txt", "/sitemap.xml", "/icon.svg"],
        ...sheets.map((name) => `/${name}`),
        ...sheets.slice(0, 3).map((name) => `/embed/${name}`),
        ...files,
      ),
    },
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        ...["*", "/moon", "//moon", "/attacks/", "/ATTACKS", "/__proto__", "/attacks/moon", "/."],
        ...["/data", "/data/", "/data/x", "/data/x/y", "/data/%", "/data/../attacks", "/%", "/%00"],
        ...["/data/%2e%2e/x", "/data/..%2f..%2fpackage.json", "/embed", "/embed/moon", "/embed/%"],
        ...[
          "/_next",
          "/_next/image?url=/icon.svg&w=64&q=75",
          "/_next/static/none.js",
          "/_next/../",
        ],
        ...[
          "/_next/data/x/attacks.json",
          "/_next/webpack-hmr",
          "/rendered/attacks",
          "/not/a/sheet",
        ],
        ...[
          "http://example.org/attacks",
          "/attacks.txt",
          "/attacks.rsc",
          "/index",
          "/404",
          "/_error",
        ],
      ),
    },
    { weight: 1, arbitrary: encoded.map((raw) => `/${raw}`) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom("/data/", "/embed/"), encoded).map(([a, b]) => a + b),
    },
  );
  const header = fc.oneof(
    fc.tuple(
      fc.constantFrom(
        ...["Accept", "Accept-Encoding", "Accept-Language", "Cookie", "Host", "Range", "If-Range"],
        ...[
          "If-None-Match",
          "If-Modified-Since",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "Origin",
        ],
        ...[
          "X-Forwarded-For",
          "Forwarded",
          "Referer",
          "User-Agent",
          "Content-Type",
          "Expect",
          "RSC",
        ],
        ...["Next-Router-State-Tree", "Next-Router-Prefetch", "Next-Url", "Next-Action", "Upgrade"],
        ...["X-Middleware-Subrequest", "X-Nextjs-Data", "X-Invoke-Path", "X-Matched-Path"],
        ...["Content-Security-Policy", "Transfer-Encoding", "X-HTTP-Method-Override", "__proto__"],
      ),
      value,
    ),
    fc.constantFrom(
      /** @type {[string, string]} */ (["RSC", "1"]),
      ["Range", "bytes=0-1"],
      ["Range", "bytes=5-2"],
      ["Range", "bytes=0-1,3-4"],
      ["Range", "bytes=-"],
      ["Range", "bytes=999999999-"],
      ["Accept-Encoding", "gzip"],
      ["Accept-Encoding", "br, gzip"],
      ["Accept-Encoding", "gzip;q=0, identity;q=0"],
      ["Cookie", "split="],
      ["Cookie", "theme=dark; split=50; table=plain"],
      ["Next-Action", "x"],
      ["Upgrade", "websocket"],
      ["Purpose", "prefetch"],
    ),
  );
  const method = fc.oneof(
    { weight: 8, arbitrary: fc.constant("GET") },
    { weight: 1, arbitrary: fc.constantFrom("HEAD", "OPTIONS") },
    {
      weight: 1,
      arbitrary: fc.constantFrom("POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"),
    },
  );
  return fc
    .record({ method, path, query, headers: fc.array(header, { maxLength: 3 }) })
    .map(({ method, path, query, headers }) => ({
      method,
      target:
        query.length > 0 ? `${path}${path.includes("?") ? "&" : "?"}${query.join("&")}` : path,
      headers: headers.some(([name]) => name === "Upgrade")
        ? [/** @type {const} */ (["Connection", "Upgrade, close"]), ...headers]
        : headers,
    }));
}

const get = (/** @type {string} */ target, /** @type {[string, string][]} */ ...headers) => ({
  method: "GET",
  target,
  headers,
});
const rows = (/** @type {number} */ length, /** @type {(index: number) => string} */ toText) =>
  Array.from({ length }, (_, index) => toText(index));

/** Requests that did harm once. @param {string} script an address of a built file @returns {readonly Asked[]} */
export const makeCases = (script) => [
  get("/attacks?_find=%CC%81"),
  get(`/attacks?_find=${rows(100, (index) => `word${index}`).join("+")}`),
  get(`/attacks?${rows(2_850, (index) => `${index.toString(36)}=`).join("&")}`),
  ...["__proto__", "nxtPsheet", "nxtIsheet", "nextInternalLocale"].map((key) =>
    get(`/attacks?${key}=x`),
  ),
  get("/attacks?_select=a&constructor=x&fbclid=1"),
  get("/_next/webpack-hmr", ["Connection", "Upgrade, close"], ["Upgrade", "websocket"]),
  get("/_next/x", ["Connection", "Upgrade, close"], ["Upgrade", "websocket"]),
  get("/attacks", ["Connection", "Upgrade, close"], ["Upgrade", "websocket"]),
  { method: "POST", target: "/data/../attacks", headers: [] },
  { method: "POST", target: "/attacks", headers: [["Next-Action", "x"]] },
  { method: "OPTIONS", target: "/attacks", headers: [] },
  { method: "OPTIONS", target: "*", headers: [] },
  get("/data/%"),
  get("/%"),
  get("*"),
  ...[script, "/icon.svg", "/data/attacks.csv"].flatMap((path) => [
    get(path, ["Range", "bytes=5-2"]),
    get(path, ["Range", "bytes=x"]),
    get(path, ["Range", "bytes=0-1"], ["Accept-Encoding", "gzip"]),
  ]),
  get("/palette", ["Accept-Encoding", "gzip"]),
  get("/data/x/y"),
  get("/embed/moon"),
  get("/_next/image?url=%2Ficon.svg&w=64&q=75"),
  get("/attacks", ["Cookie", "split="]),
  get("/attacks", ["X-Forwarded-Host", "\xFF"], ["X-Forwarded-Proto", "x"]),
  get(`/attacks?_only=${rows(500, (index) => `id-${index}`).join(",")}`, [
    "Referer",
    "x".repeat(8_000),
  ]),
];

/** What ended the server when it came in numbers, each otherwise. */
export const floods = {
  cookies: (/** @type {number} */ index) =>
    get("/attacks", ["Cookie", `theme=${"x".repeat(12_000)}${index}`]),
  queries: (/** @type {number} */ index) => get(`/attacks?_find=${index}${"x".repeat(150)}`),
  hosts: (/** @type {number} */ index) =>
    get("/attacks", ["Host", `${"x".repeat(200)}${index}.example`]),
};
