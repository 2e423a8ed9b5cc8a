import { loadCatalog } from "@/data/site/catalog";

/** Loads the data, or lists their problems and ends the process: Next would serve failures from then on. */
export function loadOrEnd() {
  try {
    loadCatalog();
  } catch (error) {
    const problems = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${problems}\nThe data have problems: the server was not started.\n`);
    process.exit(1);
  }
}
