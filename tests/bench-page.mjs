import { createServer } from "node:http";
import { gzipSync } from "node:zlib";

/**
 * Runs in the page, before anything else of it: notes what the browser reports, and times what a
 * reader does.
 */
export function observe() {
  const found = { blocking: 0, longest: 0, shift: 0, standing: Number.NaN };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      found.blocking += Math.max(0, duration - 50);
      found.longest = Math.max(found.longest, duration);
    }
  }).observe({ type: "longtask", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if ("value" in entry && typeof entry.value === "number") found.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  new MutationObserver(() => {
    const parts = [".grid-panel[data-ready]", ".chart-frame[data-ready]"];
    const isReady = parts.every((part) => document.querySelector(part));
    if (isReady && Number.isNaN(found.standing)) found.standing = performance.now();
  }).observe(document, { subtree: true, childList: true, attributes: true });

  /** @param {string} selector */
  const idsOf = (selector) =>
    [...document.querySelectorAll(selector)].map(
      (each) => each.id || each.getAttribute("row-id") || each.getAttribute("data-figure"),
    );
  const first = () => idsOf('.ag-row[row-index="0"], tbody tr:first-child');
  const chart = () => idsOf(".chart-frame [data-figure]");
  const count = () => document.querySelector("[role=grid]")?.getAttribute("aria-rowcount");
  /** What table and chart show of a change. @type {{ [change: string]: () => unknown }} */
  const looks = {
    hover: () => idsOf(".ag-row.hovered, tr.hovered, .chart-frame .hovered"),
    select: () => idsOf(".ag-row-selected, tr.selected, .chart-frame .selected"),
    sort: () => [first(), chart()],
    filter: () => [count(), idsOf("tbody tr:not([hidden])").length, chart()],
  };
  /** What the table alone shows. */
  const table = () => JSON.stringify([count(), first(), idsOf("tbody tr:not([hidden])").length]);
  /** @type {{ postTask: (act: () => void, how: { priority: "user-blocking" }) => unknown }} */
  const { postTask } = Reflect.get(globalThis, "scheduler");
  const afterFrame = (/** @type {() => void} */ act) =>
    postTask.call(Reflect.get(globalThis, "scheduler"), act, { priority: "user-blocking" });
  /**
   * From the event to the last frame that changes what is shown, and to the last that changes the table,
   * once all has been still for 400 ms; not a number where nothing changes.
   * @param {string} event
   * @param {string} change
   * @returns {Promise<{ all: number, table: number }>}
   */
  const time = (event, change) =>
    new Promise((resolve) => {
      const look = () => JSON.stringify(looks[change]?.());
      let seen = look();
      let [rows, laid] = [table(), Number.NaN];
      let painted = Number.NaN;
      /** @param {number} since */
      const follow = (since) => {
        const [now, nowRows] = [look(), table()];
        if (now !== seen) {
          const isTable = nowRows !== rows;
          [seen, rows] = [now, nowRows];
          // The first task after the frame is painted: a message would come after those that wait already,
          // as those of React do, and count what they take as part of the frame before.
          afterFrame(() => {
            painted = performance.now();
            if (isTable) laid = painted;
          });
        }
        const still = performance.now() - (Number.isNaN(painted) ? since + 1_600 : painted);
        if (still > 400) resolve({ all: painted - since, table: laid - since });
        else requestAnimationFrame(() => follow(since));
      };
      const onEvent = (/** @type {Event} */ { timeStamp }) =>
        requestAnimationFrame(() => follow(timeStamp));
      addEventListener(event, onEvent, { capture: true, once: true });
    });
  const load = () => ({
    "first paint, ms": performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
    "grid and chart stand, ms": found.standing,
    "blocking, ms": found.blocking,
    "longest task, ms": found.longest,
    "layout shift": found.shift,
  });
  Object.assign(globalThis, { bench: { load, time } });
}

/** The script of the plain page: it filters, sorts, selects and points with what a browser has. */
const script = `
const body = document.querySelector("tbody"), rows = [...body.rows];
document.querySelector("input").oninput = ({ target: { value } }) => {
  for (const row of rows) row.hidden = !row.textContent.includes(value);
};
document.querySelector("th").onclick = () => body.append(...[...body.rows].reverse());
body.onclick = ({ target }) => target.closest("tr").classList.toggle("selected");
body.onmouseover = ({ target }) => target.closest("tr").classList.add("hovered");`;

/**
 * Serves a page with nothing but a table of these rows, gzipped, on a free port of this machine.
 * @param {readonly (readonly string[])[]} rows
 */
export async function servePlain([head = [], ...rows]) {
  const cells = (/** @type {readonly string[]} */ row, /** @type {string} */ tag) =>
    row.map((text) => `<${tag}>${toHtml(text)}</${tag}>`).join("");
  const body = rows.map((row, index) => `<tr id="r${index}">${cells(row, "td")}</tr>`).join("");
  const html = `<!doctype html><html lang="en"><title>Plain</title><style>.selected,.hovered{background:#fdf1e3}</style><input aria-label="Find"><table><thead><tr>${cells(head, "th")}</tr></thead><tbody>${body}</tbody></table><script>${script}</script></html>`;
  const page = gzipSync(html);
  const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Encoding": "gzip" };
  const server = createServer(({ url }, response) =>
    url === "/" ? response.writeHead(200, headers).end(page) : response.writeHead(204).end(),
  );
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { origin: `http://127.0.0.1:${port}/`, stop: () => server.close() };
}

/** @param {string} text */
function toHtml(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
