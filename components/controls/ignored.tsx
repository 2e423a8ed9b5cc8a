import { briefly } from "@/data/table/problem";

/** Parts of the address that mean nothing here and were left out, a line each. */
export function Ignored({ problems }: { problems: readonly string[] }) {
  if (problems.length === 0) return null;
  return (
    <ul className="problems" aria-label="Parts of the address that were ignored">
      {problems.map((problem) => (
        <li key={problem}>Ignored in the address: {briefly(problem)}</li>
      ))}
    </ul>
  );
}
