import type { Metadata } from "next";
import { OpenPage } from "@/components/open/open-page";
import { PageFrame } from "@/components/page/page-frame";
import { pages } from "@/data/site/pages";

export const dynamic = "force-static";

export const metadata: Metadata = pages.open;

export default function Open() {
  return (
    <PageFrame current="open">
      <OpenPage />
    </PageFrame>
  );
}
