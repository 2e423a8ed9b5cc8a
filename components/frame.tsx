import Link from "next/link";
import { loadCatalog } from "@/data/catalog";

/** What stands around every page: the name at the top, the sheets as tabs at the bottom. */
export function Frame({ current, children }: { current: string; children: React.ReactNode }) {
  const { descriptor, sheets } = loadCatalog();
  const tabs = [
    { name: "", title: "Overview" },
    ...sheets,
    { name: "figures", title: "All figures" },
    { name: "documents", title: "Documents" },
    { name: "codebook", title: "Codebook" },
    { name: "method", title: "Method" },
  ];
  return (
    <>
      <a className="skip" href="#workbook">
        Skip to the sheet
      </a>
      <header className="top-bar">
        <Link href="/" prefetch={false} className="brand">
          {descriptor.title}
        </Link>
        <span className="tagline">what five published analyses count, claim and estimate</span>
      </header>
      {children}
      <nav className="tabs" aria-label="Sheets">
        <ul>
          {tabs.map(({ name, title }) => (
            <li key={name}>
              <Link
                href={`/${name}`}
                prefetch={false}
                aria-current={name === current ? "page" : undefined}
              >
                {title}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
