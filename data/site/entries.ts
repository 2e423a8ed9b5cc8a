import "server-only";
import { describeCounted } from "../figure/counted";
import { formatCell, formatPeriod } from "../figure/format";
import { addressOfDocument, addressOfFigure, formatAddress, isValue } from "../view/address";
import { columnsOf } from "../view/column";
import type { Entry } from "../view/find-entries";
import { fold } from "../view/fold";
import { type Searchable, toSearchable } from "../view/search";
import type { Catalog } from "./catalog";
import { allFigures, namesOf } from "./sheets";

/** Everything that the palette finds: sheets, figures, events, documents, measures and columns. */
export function toEntries(catalog: Catalog): readonly Entry[] {
  const names = namesOf(catalog);
  const { tables, sheets, figureSchema } = catalog;
  const rows = (resource: string) => tables[resource]?.rows ?? [];
  const documents = rows("documents").map(({ id }) => `${id}`);
  const entry = (
    kind: Entry["kind"],
    title: string,
    detail: string,
    href: string,
    more: string | Searchable = "",
  ): Entry => {
    const { text, names } = typeof more === "string" ? { text: more, names: [] } : more;
    const all = fold([title, detail, text].join(" "));
    return { kind, title, detail, href, text: all, ...(names.length > 0 ? { names } : {}) };
  };
  return [
    ...sheets.map(({ name, title, description }) =>
      entry("Sheet", title, description, formatAddress(name)),
    ),
    ...rows("events").map(({ id, name, aliases, place }) =>
      entry(
        "Event",
        `${name}`,
        `${place ?? ""}`,
        formatAddress("figures", { filters: [isValue("event", `${id}`)] }),
        `${aliases ?? ""}`,
      ),
    ),
    ...rows("documents").map(({ id, short, title, authors }) =>
      entry(
        "Document",
        `${short}`,
        `${title ?? ""}`,
        addressOfDocument(`${id}`, documents),
        `${authors}`,
      ),
    ),
    ...rows("measures").map(({ id, title, definition }) =>
      entry(
        "Measure",
        `${title}`,
        `${definition}`,
        formatAddress("figures", {
          filters: [isValue("measure", `${id}`)],
          measure: `${id}`,
        }),
      ),
    ),
    ...columnsOf(figureSchema).map(({ name, title, description }) =>
      entry("Column", title, description, `/codebook#${name}`, name),
    ),
    ...allFigures(catalog).figures.map((figure) =>
      entry(
        "Figure",
        describeCounted(figure, names),
        [
          formatPeriod(figure),
          figure.place,
          formatCell(figure, "document", names),
          figure.echoes && "repeats another statement",
        ]
          .filter(Boolean)
          .join(", "),
        addressOfFigure(figure, figure.echoes ? "show" : "fold"),
        toSearchable(figure, names),
      ),
    ),
  ];
}
