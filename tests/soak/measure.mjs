import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/**
 * What a process has used so far: milliseconds of processor time, where the system says so to the
 * hundredth of a second, and MB of memory. Of a process that has gone, nothing.
 * @param {number} pid
 */
export function measure(pid) {
  const folder = `/proc/${pid}`;
  if (existsSync(folder)) {
    const stat = readFileSync(`${folder}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return {
      cpu: 10 * (Number(fields[11]) + Number(fields[12])),
      memory: Number(fields[21]) / 256,
    };
  }
  if (process.platform === "linux") return { cpu: 0, memory: 0 };
  const text = execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" });
  return { cpu: 0, memory: Number(text) / 1024 };
}
