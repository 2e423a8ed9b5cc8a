import Link from "next/link";
import { Frame } from "@/components/frame";
import { loadCatalog } from "@/data/catalog";
import { count } from "@/data/describe";

export default function OverviewPage() {
  const { descriptor, sheets } = loadCatalog();
  return (
    <Frame current="">
      <main className="prose" id="workbook">
        <h1>{descriptor.title}</h1>
        <p>{descriptor.description}</p>
        <ul className="cards">
          {sheets.map(({ name, title, description, figures }) => (
            <li key={name}>
              <Link href={`/${name}`} prefetch={false}>
                {title}
              </Link>{" "}
              <span className="quiet">{count(figures.length, "figure")}</span>
              <p>{description}</p>
            </li>
          ))}
        </ul>
      </main>
    </Frame>
  );
}
