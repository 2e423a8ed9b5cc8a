import { useEffect, useState } from "react";

/** What in the fragment of an address names the sheet that is copied. */
const key = "_sheet";

/** Opens a copy of the published sheet that the fragment of the address names; why not, where it cannot. */
export function useSheetCopy(open: (file: File) => void): string {
  const [problem, setProblem] = useState("");
  useEffect(() => {
    const name = new URLSearchParams(window.location.hash.slice(1)).get(key) ?? "";
    if (!/^[a-z][a-z\d-]{0,60}$/.test(name)) return;
    let isHere = true;
    fetchSheet(name).then(
      (file) => isHere && open(file),
      () => isHere && setProblem(`The sheet “${name}” could not be fetched.`),
    );
    return () => {
      isHere = false;
    };
  }, [open]);
  return problem;
}

async function fetchSheet(name: string): Promise<File> {
  const response = await fetch(`/data/${name}.csv`);
  if (!response.ok) throw new Error(String(response.status));
  return new File([await response.blob()], `${name}.csv`, { type: "text/csv" });
}
