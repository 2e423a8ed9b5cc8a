import { readDescriptor } from "@/data/open/descriptor";
import type { Given } from "@/data/open/read";

/** A file that is to be opened, and what is known of it beforehand. */
export interface FileGiven {
  readonly file: File;
  readonly given: Given;
}

/** A descriptor is no longer than this. */
const longestDescriptor = 5_000_000;

/** Files that came together: those that a descriptor among them names are read as it says. */
export async function filesGiven(files: readonly File[]): Promise<readonly FileGiven[]> {
  const texts = new Map<string, string>();
  for (const file of files)
    if (/\.json$/i.test(file.name) && file.size < longestDescriptor)
      texts.set(file.name, await file.text().catch(() => ""));
  const fileAt = (path: string) => texts.get(nameOf(path)) ?? null;
  const declared = [...texts.values()].flatMap((text) => readDescriptor(text, fileAt) ?? []);
  const named = declared.flatMap(({ paths, given }) => {
    const [path = ""] = paths;
    const file = files.find(({ name }) => name === nameOf(path));
    return file && paths.length === 1 ? [{ file, given }] : [];
  });
  // Without its files a descriptor is a file like any other, which says what it is.
  if (named.length === 0) return files.map((file) => ({ file, given: {} }));
  const others = files.filter(
    (file) => !texts.has(file.name) && !named.some((each) => each.file === file),
  );
  return [...named, ...others.map((file) => ({ file, given: {} }))];
}

const nameOf = (path: string) => path.replace(/^.*\//, "");
