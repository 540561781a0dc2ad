import { existsSync, readdirSync, readFileSync } from "node:fs";

/** Linux counts CPU time in hundredths of a second whatever the kernel's own tick. */
const TICKS_PER_SECOND = 100;
const PAGES_PER_MB = 256;

/** Fields of /proc/<pid>/stat after the name, which may hold spaces: [0] is the state, field 3 of the manual. */
function stat(pid: number): string[] {
  const line = readFileSync(`/proc/${pid}/stat`, "utf8");
  return line.slice(line.lastIndexOf(")") + 2).split(" ");
}

function seconds(fields: string[], ...numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + Number(fields[number - 3]), 0) / TICKS_PER_SECOND;
}

/** Throws where there is no /proc: the benchmark reads CPU and memory of other processes there. */
export function requireProc(): void {
  if (!existsSync("/proc/self/stat")) throw new Error("npm run bench reads /proc: run it on Linux");
}

/** CPU seconds of one process, user and system, all its threads. */
export function cpuSeconds(pid: number): number {
  return seconds(stat(pid), 14, 15);
}

/** CPU seconds of a process with its living children and those it has buried: Postgres, its sessions and helpers. */
export function cpuSecondsWithChildren(pid: number): number {
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => {
      try {
        const fields = stat(Number(name));
        return fields[1] === String(pid) ? seconds(fields, 14, 15) : 0;
      } catch {
        return 0; // it ended while we looked
      }
    });
  return seconds(stat(pid), 14, 15, 16, 17) + children.reduce((sum, each) => sum + each, 0);
}

/** Resident memory of one process in MB. */
export function memoryMb(pid: number): number {
  return Number(stat(pid)[24 - 3]) / PAGES_PER_MB;
}
