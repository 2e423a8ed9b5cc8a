import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Frame } from "@/components/page/frame";
import { readSplit, readTableKind } from "@/components/page/read-choices";
import { Workbook } from "@/components/workbook/workbook";
import { loadCatalog } from "@/data/site/catalog";
import { handoutOf, sheetOf } from "@/data/site/handout";

type Props = PageProps<"/[sheet]">;

async function load({ params }: Props) {
  const { sheet: name } = await params;
  return sheetOf(loadCatalog(), name) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { title, description } = await load(props);
  return { title, description };
}

export default async function SheetPage(props: Props) {
  const sheet = await load(props);
  return (
    <Frame current={sheet.name}>
      <Workbook
        {...handoutOf(loadCatalog(), sheet)}
        split={await readSplit()}
        tableKind={await readTableKind()}
      />
    </Frame>
  );
}
