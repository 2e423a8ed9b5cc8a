import { useCallback, useEffect, useState } from "react";
import { parseRegister, type Register, registerAddresses } from "@/data/compare/register";

/** The register as this tab has asked for it; read once, and again where that failed. */
let asked: Promise<Register> | null = null;

interface Loading {
  /** Null until it has come. */
  readonly register: Register | null;
  /** It did not come: a way to ask again. */
  readonly retry: (() => void) | null;
}

/** The published register, read from its own files in the browser once it is wanted. */
export function useRegister(isWanted = true): Loading {
  const [register, setRegister] = useState<Register | null>(null);
  const [isMissing, setMissing] = useState(false);
  const load = useCallback(() => {
    setMissing(false);
    asked ??= readRegister();
    asked.then(setRegister, () => {
      asked = null;
      setMissing(true);
    });
  }, []);
  useEffect(() => {
    if (isWanted) load();
  }, [load, isWanted]);
  return { register, retry: isMissing ? load : null };
}

async function readRegister(): Promise<Register> {
  const entries = Object.entries(registerAddresses).map(async ([file, address]) => {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return [file, await response.text()] as const;
  });
  return parseRegister(Object.fromEntries(await Promise.all(entries)) as typeof registerAddresses);
}
