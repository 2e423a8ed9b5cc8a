import { expect, test } from "vitest";
import { createByteReader } from "@/data/open/byte-records";
import { sniffDialect } from "@/data/open/dialect";

/** How many records the bytes of a text hold, read one after the other; never more than its lines. */
function countRecords(text: string): number {
  const file = new TextEncoder().encode(text);
  const read = createByteReader(file, sniffDialect(text.slice(0, 1_000)));
  let [at, count] = [0, 0];
  while (at < file.length && count < 10_000) {
    at = read(at, count + 1).next;
    count++;
  }
  return count;
}

test.each([32, 64, 128, 4_096])(
  "records of %i bytes, of which one begins where a window ends, are read to the last",
  (length) => {
    const line = `${`"a ""b""",${"x".repeat(length - 12)}`}\r\n`;
    expect(line.length).toBe(length);
    expect(countRecords(line.repeat(1_000))).toBe(1_000);
  },
);
