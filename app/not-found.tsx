import Link from "next/link";
import { Frame } from "@/components/page/frame";

export default function NotFound() {
  return (
    <Frame current="404">
      <main className="prose reading" id="workbook">
        <h1>No such sheet</h1>
        <p>
          Nothing is published at this address. The tabs below lead to every sheet, or start at the{" "}
          <Link href="/">overview</Link>.
        </p>
      </main>
    </Frame>
  );
}
