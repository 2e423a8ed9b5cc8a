import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCatalog } from "@/data/site/catalog";
import { growPackage } from "@/tests/grown/package.mjs";

/** The catalog of the published package with a sheet that is grown to so many figures. */
export function growCatalog(sheet: string, figures: number) {
  const folder = mkdtempSync(join(tmpdir(), "grown-"));
  try {
    growPackage(join("data", "package"), folder, { sheet, figures });
    return readCatalog(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
