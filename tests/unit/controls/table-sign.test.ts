import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { signCount } from "@/components/controls/sign-paths";
import { signClass } from "@/components/controls/table-sign";

test("the style sheet has a shape for each sign, and further documents begin again with the first", () => {
  const styles = readFileSync("components/styles/table.css", "utf8");
  const shapes = [...styles.matchAll(/^\.shape-(\d) \{\n {2}clip-path/gm)].map(
    ([, shape]) => shape,
  );
  expect(shapes).toEqual(Array.from({ length: signCount }, (_, index) => String(index + 1)));
  expect(signClass(signCount + 1)).toBe(`sign shape-1 color-${signCount + 1}`);
});
