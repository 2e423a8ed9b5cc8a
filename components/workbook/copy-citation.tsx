import { formatSharePage, type ShareData } from "@/data/files/share-data";
import { formatView, type View } from "@/data/view/view";
import { CopyButton } from "../controls/copy-button";

interface Props {
  /** The sheet by its name, and its view, whose selected figures are cited. */
  readonly page: string;
  readonly view: View;
}

/** Copies the footnote that cites what is selected: the same as "Cite" shows first. */
export function CopyCitation({ page, view }: Props) {
  return <CopyButton label="Copy citation" text={() => loadFootnote(page, view)} />;
}

async function loadFootnote(page: string, view: View): Promise<string> {
  const address = formatSharePage(page, formatView(view)).replace("/use?", "/use/json?");
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} from ${address}`);
  const { citations }: ShareData = await response.json();
  return citations[0]?.footnote ?? "";
}
