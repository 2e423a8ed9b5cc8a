import { escapeHtml } from "./html";

/** A chart in a frame of another page: where it stands, what it is, how high it is at the width given. */
export interface Frame {
  readonly address: string;
  readonly title: string;
  readonly height: number;
}

/** The width at which a frame is measured, in CSS pixels; it shrinks with the column that it stands in. */
export const frameWidth = 640;

/** Around what it holds; a little more below, for fonts that run wider. */
const padding = { inline: 32, block: 60 };
const lineHeight = 20.5;
/** A wide letter of the widest usual font: rather too high than cut. */
const letterWidth = 7.6;

/** What an embedded chart shows beside the chart, a paragraph each, and how high the chart itself is. */
interface Content {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly chart: number;
}

/** How high an embedded chart is in a frame of the usual width, in CSS pixels. */
export function heightOfEmbed({ title, paragraphs, chart }: Content): number {
  const linesOf = (text: string, letter: number) =>
    Math.ceil((text.length * letter) / (frameWidth - padding.inline));
  const heading = linesOf(title, letterWidth * 1.25) * 24 + 4;
  const texts = paragraphs
    .filter(Boolean)
    .map((text) => linesOf(text, letterWidth) * lineHeight + 6);
  const legend = 34;
  const all = [padding.block, heading, legend, chart, ...texts];
  return Math.ceil(all.reduce((sum, part) => sum + part, 0) / 10) * 10;
}

/** The HTML with which another page frames a chart, without a script. */
export function toIframe({ address, title, height }: Frame): string {
  return `<iframe src="${escapeHtml(address)}" title="${escapeHtml(title)}" width="${frameWidth}" height="${height}" loading="lazy"></iframe>`;
}

/** The same with a script that gives the frame the height that its chart says it has, at any width. */
export function toGrowingIframe(frame: Frame): string {
  return `${toIframe(frame).replace(`width="${frameWidth}"`, 'width="100%"')}
<script>
addEventListener("message", ({ source, data }) => {
  for (const frame of document.querySelectorAll("iframe"))
    if (frame.contentWindow === source && data?.type === "${heightMessage}")
      frame.height = data.height;
});
</script>`;
}

/** The message with which an embedded chart says its height to the page around it. */
export const heightMessage = "iskp-in-figures:height";
