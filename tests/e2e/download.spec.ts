import { execFileSync, spawnSync } from "node:child_process";
import { downloaded, expect, open, packageFile, parseCsv, rows, sheets, test } from "./reader";

for (const query of [
  "",
  "?_repeats=show",
  "?place=Kabul&place=Kandahar&_sort=-start,value",
  "?_find=suicide&_sort=value",
])
  test(`the file of the view ${query || "without a query"} holds the rows on screen in their order`, async ({
    kept: page,
  }) => {
    await open(page, `/attacks${query}`);
    const { name, records } = await downloaded(page, /^This view: CSV for programs$/);
    expect(name).toMatch(/^iskp-in-figures.*attacks.*\.csv$/);
    expect(records.length).toBeGreaterThan(2);
    const shown = await rows(page, "all columns");
    expect(records.map(({ id, as_printed, place }) => [id, as_printed, place || "–"])).toEqual(
      shown.map((cells) => [cells.id, cells["Exact wording"], cells.Place]),
    );
  });

test("the file of the whole sheet is the sheet of the data package, also with repeats that the view's file folds", async ({
  kept: page,
}) => {
  await open(page, "/attacks?_sort=-value");
  const view = await downloaded(page, /^This view: CSV for programs$/);
  const whole = await downloaded(page, /^Whole sheet: CSV for programs$/);
  const { fields, records } = parseCsv(packageFile("attacks.csv"));
  expect([whole.fields, whole.records]).toEqual([fields, records]);
  const echoes = whole.records.filter(({ echoes }) => echoes !== "").map(({ id }) => id);
  expect(echoes).toContain("attacks-2021-ctc-2");
  expect(view.records.filter(({ id }) => echoes.includes(id))).toEqual([]);
  expect(whole.records.length - view.records.length).toBe(echoes.length);
});

test("all sheets in one are as many rows as the sheets together", async ({
  kept: page,
  request,
}) => {
  await open(page, "/figures");
  const { fields, records } = await downloaded(page, /^Everything in one table: CSV for programs$/);
  const all = sheets.flatMap(({ name }) => parseCsv(packageFile(`${name}.csv`)).records);
  expect(fields[0]).toBe("sheet");
  expect(records.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  expect((await request.get("/data/figures.csv")).status()).toBe(200);
});

test("numbers in a file are raw", async ({ request }) => {
  const response = await request.get("/data/migration.csv?_sort=-value");
  const { records } = parseCsv(await response.text());
  const numbers = records.flatMap(({ low, best, high }) => [low ?? "", best ?? "", high ?? ""]);
  expect(numbers).toContain("1200000");
  expect(numbers.filter((number) => !/^(-?\d+(\.\d+)?)?$/.test(number))).toEqual([]);
});

for (const { name } of sheets)
  test(`the file of ${name} is CSV in UTF-8 and reads back as the package's`, async ({
    request,
  }) => {
    const response = await request.get(`/data/${name}.csv`);
    expect(response.status()).toBe(200);
    expect(response.headers()["content-type"]).toBe("text/csv; charset=utf-8");
    expect(parseCsv(await response.text())).toEqual(parseCsv(packageFile(`${name}.csv`)));
  });

for (const name of ["documents", "events", "measures"])
  test(`the list of ${name} is a file as well`, async ({ request }) => {
    const response = await request.get(`/data/${name}.csv`);
    expect(response.headers()["content-type"]).toBe("text/csv; charset=utf-8");
    expect(parseCsv(await response.text())).toEqual(parseCsv(packageFile(`${name}.csv`)));
  });

test("the descriptor is published as it is", async ({ request }) => {
  const response = await request.get("/data/datapackage.json");
  expect(response.headers()["content-type"]).toBe("application/json; charset=utf-8");
  expect(await response.text()).toBe(packageFile("datapackage.json"));
});

const refused: readonly (readonly [string, RegExp, RegExp])[] = [
  ["planet=Mars", /planet/, /\bplace\b.*_sort/],
  ["place=Mars", /^place.*Mars/, /Kabul/],
  ["_sort=beauty", /^_sort.*beauty/, /\bvalue\b/],
  ["_repeats=maybe", /^_repeats.*maybe/, /\bshow\b/],
  ["_measure=luck", /^_measure.*luck/, /\battacks\b/],
  ["_select=nobody", /^_select.*nobody/, /\bid\b/],
  ["value=many", /^value/, /1000 or 33\.3/],
  ["start=soon", /^start/, /2021/],
  [`_find=${"x".repeat(5_000)}`, /^_find/, /200/],
];

for (const [query, fault, allowed] of refused)
  test(`a file with ${query.slice(0, 20)} is refused in a line that says what is allowed`, async ({
    request,
  }) => {
    const response = await request.get(`/data/attacks.csv?${query}`);
    expect(response.status()).toBe(400);
    expect(response.headers()["content-type"]).toBe("text/plain; charset=utf-8");
    const [line = "", ...more] = (await response.text()).split("\n");
    expect(more).toEqual([""]);
    expect(line).toMatch(fault);
    expect(line).toMatch(allowed);
  });

test("there is no file of a sheet that is not there", async ({ request }) => {
  for (const file of ["moon.csv", "__proto__.csv", "attacks", "..%2Fpackage.json"])
    expect((await request.get(`/data/${file}`)).status(), file).toBe(404);
});

const python = spawnSync("python3", ["-c", "import csv"]).status === 0;

test("python's csv reads the same values out of a file", async ({ request }) => {
  test.skip(!python, "there is no python3 on this machine");
  const text = await (await request.get("/data/casualties.csv?_sort=-value")).text();
  const read = "import csv,io,json,sys; t=io.TextIOWrapper(sys.stdin.buffer,'utf-8',newline='');";
  const program = `${read} print(json.dumps(list(csv.reader(t))))`;
  const answer = execFileSync("python3", ["-c", program], { input: text, encoding: "utf8" });
  const { fields, records } = parseCsv(text);
  const own = records.map((record) => fields.map((field) => record[field]));
  expect(JSON.parse(answer)).toEqual([fields, ...own]);
});

test("every row on screen has every cell of its record", async ({ read, request }) => {
  const page = await read("/territory");
  const { records } = parseCsv(
    await (await request.get("/data/territory.csv?_repeats=fold")).text(),
  );
  const cells = await rows(page, "all columns");
  expect(cells.map(({ Note }) => Note)).toEqual(records.map(({ note }) => note || "–"));
});
