import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fail, root, run } from "../../app/_server/command.mjs";
import { growPackage } from "./package.mjs";

/** What a build is made from, but for the package, and what Node must know of it. */
const parts = [
  ...["app", "components", "data", "public"],
  ...["instrumentation.ts", "next.config.mjs", "package.json", "proxy.ts", "tsconfig.json"],
];

/**
 * Builds the project with a sheet of so many figures, in a folder of its own that git passes over; only
 * where it is not built yet. Gives the folder.
 * @param {{ sheet: string, figures: number, seed?: number }} grown
 * @returns {Promise<string>}
 */
export async function buildGrown(grown) {
  const folder = join(root, ".grown", `${grown.sheet}-${grown.figures}`);
  for (const part of parts) {
    rmSync(join(folder, part), { recursive: true, force: true });
    if (existsSync(join(root, part)))
      cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  mkdirSync(folder, { recursive: true });
  const modules = join(folder, "node_modules");
  if (!existsSync(modules)) symlinkSync(join(root, "node_modules"), modules, "junction");
  growPackage(join(root, "data", "package"), join(folder, "data", "package"), grown);
  const build = join(folder, "app", "_server", "build.mjs");
  const code = await run(process.execPath, [build, "--if-needed"]);
  if (code !== 0) fail(`The build of ${grown.figures} figures ended with exit code ${code}.`, code);
  return folder;
}
