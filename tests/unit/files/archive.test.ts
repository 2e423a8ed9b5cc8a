import { unzipSync } from "fflate";
import { afterEach, expect, test } from "vitest";
import { toArchive } from "@/data/files/archive";

const files = { "README.md": "ü\n", "a.csv": "id\r\n1\r\n" };
const zone = process.env.TZ;
afterEach(() => {
  process.env.TZ = zone;
});

test("holds each text under its path, in their order", () => {
  const found = unzipSync(toArchive(files, "2026-11-21"));
  const texts = Object.entries(found).map(([path, bytes]) => [
    path,
    new TextDecoder().decode(bytes),
  ]);
  expect(texts).toEqual(Object.entries(files));
});

test("has the same bytes at any time and in any time zone", () => {
  const made = ["Pacific/Kiritimati", "America/Los_Angeles"].map((name) => {
    process.env.TZ = name;
    return Buffer.from(toArchive(files, "2026-11-21T00:00:00Z")).toString("hex");
  });
  expect(made[0]).toBe(made[1]);
});
