import Link from "next/link";
import { PageFrame } from "@/components/page/page-frame";

export default function NotFound() {
  return (
    <PageFrame current="404">
      <main className="prose" id="workbook">
        <h1>No such sheet</h1>
        <p>
          Nothing is published at this address. The tabs below lead to every sheet, or start at the{" "}
          <Link href="/">overview</Link>.
        </p>
      </main>
    </PageFrame>
  );
}
