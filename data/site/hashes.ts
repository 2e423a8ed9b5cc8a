import "server-only";
import { createHash } from "node:crypto";
import type { Catalog } from "./catalog";
import { fileOf } from "./table-file";

/** One hash over the figures of a version, as its files have them. */
export function hashFigures({ files }: Pick<Catalog, "files">): string {
  const hash = createHash("sha256");
  for (const name of Object.keys(files)
    .filter((each) => each.endsWith(".csv"))
    .toSorted())
    hash.update(`${name}\n${files[name]}`);
  return hash.digest("hex");
}

/** The hash of each file as it is served below its version, a line each that `sha256sum` reads. */
export function hashServed(version: string, catalog: Catalog): readonly string[] {
  return Object.keys(catalog.files)
    .toSorted()
    .map((file) => {
      const { body } = fileOf(catalog, file, new URLSearchParams());
      return `${createHash("sha256").update(body).digest("hex")}  ${version}/${file}`;
    });
}
