import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const data = [
  "table",
  "figure",
  "view",
  "chart",
  "sheet",
  "facts",
  "files",
  "open",
  "edit",
  "change",
  "compare",
].map((room) => `data/${room}`);
const figures = ["data/table", "data/figure", "data/view"];

/** Every room with the rooms that it may import, types included. */
const rooms: { readonly [room: string]: readonly string[] } = {
  "data/table": [],
  "data/figure": ["data/table"],
  "data/view": ["data/table", "data/figure"],
  "data/chart": figures,
  "data/sheet": [...figures, "data/chart"],
  "data/facts": figures,
  "data/files": figures,
  "data/open": figures,
  "data/change": ["data/table"],
  "data/compare": [...figures, "data/chart", "data/facts", "data/open", "data/change"],
  "data/edit": ["data/view", "data/open"],
  "data/site": data,
  "components/controls": ["data/table"],
  "components/state": ["data/table", "data/view", "components/controls"],
  "components/chart": [...figures, "data/chart", "components/controls", "components/state"],
  "components/grid": [...figures, "components/controls", "components/state"],
  "components/filters": [...figures, "components/controls", "components/state"],
  "components/share": ["data/files", "components/controls", "components/state"],
  "components/compare": [...data, "components/controls", "components/state", "components/chart"],
  "components/open": [
    ...data,
    "components/compare",
    "components/controls",
    "components/state",
    "components/chart",
    "components/grid",
  ],
  "components/change": [...data, "components/controls", "components/state"],
  "components/pages": [...data, "components/controls", "components/state", "components/chart"],
  "components/page": [
    ...data,
    "data/site",
    "components/controls",
    "components/state",
    "components/share",
  ],
  "components/workbook": [
    ...data,
    "components/controls",
    "components/state",
    "components/chart",
    "components/grid",
    "components/filters",
    "components/share",
  ],
  app: [
    ...data,
    "data/site",
    "components/change",
    "components/chart",
    "components/grid",
    "components/open",
    "components/page",
    "components/pages",
    "components/share",
    "components/state",
    "components/styles",
    "components/workbook",
  ],
  "app/_server": ["data/site", "data/view", "data/open"],
};

/** Every outsider with the rooms and files that may import it. */
const outsiders: readonly (readonly [from: RegExp, may: readonly string[]])[] = [
  [/^node:/, ["data/site", "data/files/archive.ts", "app/_server"]],
  [/^zod$/, ["data/table/descriptor.ts"]],
  [/^papaparse$/, ["data/files", "data/open"]],
  [/^fflate$/, ["data/files/archive.ts", "data/open"]],
  [/^read-excel-file\//, ["data/open/workbook.ts"]],
  [/^write-excel-file\//, ["data/files/xlsx.ts"]],
  [/^recharts$/, ["components/chart"]],
  [/^ag-grid/, ["components/grid"]],
  [/^next\/(navigation|headers)$/, ["components/state", "components/page", "app"]],
  [/^server-only$/, ["data/site", "components/page"]],
  [/^(vite|sirv)$/, ["app/_server"]],
  [/^(next|react|react-dom)(\/|$)/, ["components", "app"]],
];

interface Import {
  readonly file: string;
  readonly from: string;
  /** The file that it names; null for an outsider. */
  readonly target: string | null;
}

const files = ["data", "components", "app"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => join(folder, file))
    .filter((file) => /\.(m?[jt]s|tsx)$/.test(file)),
);

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(file, "utf8");
  const pattern =
    /\b(?:import|export)\b\s*(?:type\s)?(?:[^"'=;]*?\bfrom\s*)?\(?\s*["']([^"']+)["']/g;
  return [...text.matchAll(pattern)].map(([, from = ""]) => ({
    file,
    from,
    target: targetOf(file, from),
  }));
}

function targetOf(file: string, from: string): string | null {
  if (!/^(\.|@\/)/.test(from)) return null;
  const path = from.startsWith("@/") ? from.slice(2) : join(dirname(file), from);
  const found = ["", ".ts", ".tsx", ".mjs"]
    .map((end) => path + end)
    .find((each) => existsSync(each) && /\.\w+$/.test(each));
  return found ?? path;
}

function roomOf(file: string): string {
  const [top, second = ""] = file.split("/");
  if (top === "app") return second === "_server" ? "app/_server" : "app";
  return `${top}/${second}`;
}

const imports = files.flatMap(importsOf);
const inside = imports.flatMap(({ file, target }) => (target ? [{ file, target }] : []));
const targetsOf = new Map(
  files.map((file) => [
    file,
    inside.filter((each) => each.file === file).map(({ target }) => target),
  ]),
);

test("every file stands in a room", () => {
  expect(files.filter((file) => !Object.hasOwn(rooms, roomOf(file)))).toEqual([]);
});

test("a room imports the rooms below it and no others, types included", () => {
  const wrong = inside.filter(({ file, target }) => {
    const [room, other] = [roomOf(file), roomOf(target)];
    return room !== other && !rooms[room]?.includes(other);
  });
  expect(wrong).toEqual([]);
});

test("an outsider is imported where it is known and nowhere else", () => {
  const wrong = imports.filter(({ file, from, target }) => {
    if (target) return false;
    const may = outsiders.find(([outsider]) => outsider.test(from))?.[1] ?? [];
    return !may.some((place) => file === place || file.startsWith(`${place}/`));
  });
  expect(wrong).toEqual([]);
});

/** The ways that lead from a file along its imports to one that is asked for. */
function pathTo(
  start: string,
  isFound: (file: string) => boolean,
  seen: Set<string> = new Set(),
): readonly string[] | null {
  for (const target of targetsOf.get(start) ?? []) {
    if (isFound(target)) return [start, target];
    if (seen.has(target)) continue;
    seen.add(target);
    const rest = pathTo(target, isFound, seen);
    if (rest) return [start, ...rest];
  }
  return null;
}

test("no import leads back to the file that it starts from", () => {
  const circles = files.flatMap((file) => pathTo(file, (other) => other === file) ?? []);
  expect(circles).toEqual([]);
});

test("nothing that a browser loads leads to data/site", () => {
  const browser = files.filter((file) => readFileSync(file, "utf8").startsWith('"use client"'));
  const ways = browser.flatMap(
    (file) => pathTo(file, (other) => roomOf(other) === "data/site") ?? [],
  );
  expect([browser.length > 0, ways]).toEqual([true, []]);
});

test("what is for the server alone says so, and so does what reads the request", () => {
  const takes = (file: string, outsider: RegExp) =>
    imports.some((each) => each.file === file && outsider.test(each.from));
  const own = files.filter(
    (file) =>
      roomOf(file) === "data/site" ||
      (file.startsWith("components/") && takes(file, /^(next\/headers|node:.*)$/)),
  );
  const unmarked = own.filter((file) => !takes(file, /^server-only$/));
  expect(unmarked).toEqual([]);
});

test("in the room that the server and the browser share every file says whose it is", () => {
  const isBrowsers = (file: string) => readFileSync(file, "utf8").startsWith('"use client";');
  const isServers = (file: string) =>
    imports.some((each) => each.file === file && each.from === "server-only");
  const shared = files.filter((file) => roomOf(file) === "components/page");
  expect(shared.length).toBeGreaterThan(5);
  expect(shared.filter((file) => isBrowsers(file) === isServers(file))).toEqual([]);
});

test("the rooms of data and components stand on seven floors", () => {
  const floorOf = (room: string): number => {
    const below = inside.filter(
      ({ file, target }) => roomOf(file) === room && roomOf(target) !== room,
    );
    const floors = [...new Set(below.map(({ target }) => roomOf(target)))].map(floorOf);
    return 1 + Math.max(0, ...floors);
  };
  const used = [...new Set(files.map(roomOf))].filter((room) => !room.startsWith("app"));
  expect(Math.max(...used.map(floorOf))).toBe(7);
});
