import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { firstScript, lateScript, withLateScripts } from "@/app/_server/late-scripts.mjs";

const page = [
  '<head><link rel="preload" as="script" fetchPriority="low" href="/c.js"/>',
  '<link rel="stylesheet" href="/a.css"/><script src="/a.js" async="" nonce="n"></script>',
  '<link rel="preload" href="/d.js" as="script" nonce="n"/><script>now()</script>',
  '<link rel="preload" href="/a.csv" as="fetch" crossorigin=""/></head>',
  '<body><script src="/old.js" noModule=""></script><script src="/c.js" id="_R_" async=""></script></body>',
].join("");

test("a page's scripts become links, and those that it would fetch early wait; the rest stays", () => {
  const late = [
    `<head><script>${firstScript}</script>`,
    '<link rel="stylesheet" href="/a.css"/><link data-late="" href="/a.js"/>',
    '<link data-late="preload" href="/d.js" as="script" nonce="n"/><script>now()</script>',
    '<link rel="preload" href="/a.csv" as="fetch" crossorigin=""/></head>',
    '<body><script src="/old.js" noModule=""></script><link data-late="" href="/c.js"/>',
    `<script>${lateScript}</script></body>`,
  ].join("");
  expect(withLateScripts(page)).toBe(late);
});

test.each(["", "<p>a</p>", "<body>a</body>", '1:["$","script",null,{"src":"/a.js"}]'])(
  "%j has no scripts to wait, and is as it was",
  (text) => {
    expect(withLateScripts(text)).toBe(text);
  },
);

/** What the script asks for, in order, in a tab that is hidden or has the plain table. */
function asked(hidden: boolean, table?: string) {
  const order: string[] = [];
  const link = (href: string) => ({
    getAttribute: () => href,
    set rel(_: string) {
      order.push(href);
    },
  });
  const links: { readonly [late: string]: readonly object[] } = {
    '""': [link("/a.js")],
    '"preload"': [link("/grid.js")],
  };
  const waiting: (() => void)[] = [];
  const dataset = { table };
  const document = { documentElement: { dataset } };
  runInNewContext(firstScript, { document });
  runInNewContext(lateScript, {
    document: {
      ...document,
      hidden,
      querySelectorAll: (selector: string) => links[/=(.*)\]/.exec(selector)?.[1] ?? ""],
      createElement: () => ({ setAttribute: (_: string, src: string) => order.push(src) }),
      head: { append: () => {} },
    },
    requestAnimationFrame: (act: () => void) => waiting.push(act),
    setTimeout: (act: () => void) => waiting.push(act),
  });
  const early = [...order];
  const wasFirst = "first" in dataset;
  while (waiting.length > 0) waiting.shift()?.();
  return { early, order, wasFirst, isFirst: "first" in dataset };
}

test("scripts run after the first frame, and those that they ask for are fetched after them", () => {
  const { early, order } = asked(false);
  expect({ early, order }).toEqual({ early: [], order: ["/a.js", "/grid.js"] });
});

test("the style sheet knows of the first frame until it is made, and never of one that is not made", () => {
  const { wasFirst, isFirst } = asked(false);
  expect([wasFirst, isFirst]).toEqual([true, false]);
  expect(asked(true).wasFirst).toBe(false);
});

test("a tab that is not in sight, and makes no frame, does not wait for one", () => {
  expect(asked(true).early).toEqual(["/a.js", "/grid.js"]);
});

test("who keeps the plain table fetches no code of the grid ahead", () => {
  expect(asked(false, "plain").order).toEqual(["/a.js"]);
});
