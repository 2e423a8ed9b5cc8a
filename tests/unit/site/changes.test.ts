import { expect, test } from "vitest";
import { changesOf, releasesOf } from "@/data/site/changes";
import { versionNames } from "@/data/site/versions";

const { rows } = changesOf();

test("every version of the figures is described, the newest first", () => {
  expect(releasesOf().map(({ version }) => version)).toEqual(versionNames().toReversed());
});

test("every changed cell and new row of the figures has a reason in the change log", () => {
  const unsaid = rows.filter(({ reason }) => reason === null).map(({ id }) => id);
  expect(unsaid).toEqual([]);
});

test("every change that the change log names is one, cell by cell as it says", () => {
  const shown = new Map(rows.map((row) => [row.id, row]));
  const wrong = releasesOf().flatMap(({ version, points }) =>
    points.flatMap(({ tables }) =>
      tables
        .filter(({ head }) => head.includes("id"))
        .flatMap(({ head, rows: said }) =>
          said.flatMap((cells) => {
            const cell = (name: string) => cells[head.indexOf(name)] ?? "";
            const row = shown.get([version, cell("id"), cell("field")].filter(Boolean).join("/"));
            if (!head.includes("field")) return row?.change === "new" ? [] : [cell("id")];
            const found = [row?.before, row?.after].map((value) => value ?? "–");
            return found.join("\n") === [cell("before"), cell("after")].join("\n")
              ? []
              : [`${cell("id")} ${cell("field")}`];
          }),
        ),
    ),
  );
  expect(wrong).toEqual([]);
});
