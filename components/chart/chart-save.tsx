import type { ReactNode } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import type { ImageUse } from "../controls/image-request";
import { ChartImage, type ChartImageProps, DrawnImage, type DrawnImageProps } from "./chart-image";

/** What of a computed style an image needs where there is no style sheet. */
const properties = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-linejoin",
  "paint-order",
  "font-family",
  "font-size",
  "font-style",
  "font-weight",
  "text-anchor",
] as const;

/** Saves a chart as a file that needs nothing of this page, or puts it on the clipboard. */
export function saveChart(props: ChartImageProps, name: string, as: ImageUse) {
  return saveImage(<ChartImage {...props} />, name, as);
}

/** The same of a chart that stands on the page. */
export function saveDrawn(props: DrawnImageProps, name: string, as: ImageUse) {
  return saveImage(<DrawnImage {...props} />, name, as);
}

async function saveImage(image: ReactNode, name: string, as: ImageUse) {
  const { text, width, height } = drawImage(image);
  const svg = new Blob([text], { type: "image/svg+xml" });
  if (as === "svg") return download(svg, `${name}.svg`);
  const png = toPng(text, width, height);
  if (as === "png") return download(await png, `${name}.png`);
  // A promise of it, since Safari allows no write that comes later than the press.
  await navigator.clipboard.write([new ClipboardItem({ "image/png": png })]);
}

/** Draws it out of sight, in light colours, and takes what the style sheet says into the elements. */
function drawImage(image: ReactNode) {
  const stage = document.createElement("div");
  stage.className = "chart-frame image-stage";
  document.body.append(stage);
  const root = createRoot(stage);
  flushSync(() => root.render(image));
  const drawn = stage.querySelector("svg");
  if (!drawn) throw new Error("No chart was drawn.");
  inlineStyles(drawn);
  const { width, height } = drawn.viewBox.baseVal;
  const text = new XMLSerializer().serializeToString(drawn);
  root.unmount();
  stage.remove();
  return { text, width, height };
}

/** Each of the properties is inherited, so that only what differs from the parent needs saying. */
function inlineStyles(svg: SVGSVGElement) {
  const styles = [svg, ...svg.querySelectorAll<SVGElement>("svg *:not(title, desc)")].map(
    (element) => {
      const [own, around] = [
        getComputedStyle(element),
        getComputedStyle(element.parentElement ?? svg),
      ];
      const said = properties.flatMap((name) => {
        const value = own.getPropertyValue(name);
        const isNew = element === svg || value !== around.getPropertyValue(name);
        return isNew && value ? [[name, value] as const] : [];
      });
      return {
        element,
        isHidden: own.display === "none" && element instanceof SVGTextElement,
        said,
      };
    },
  );
  for (const { element, isHidden, said } of styles) {
    if (isHidden) element.remove();
    for (const [name, value] of said) element.setAttribute(name, value);
    element.removeAttribute("class");
  }
}

/** At double size, for screens and slides. */
async function toPng(svg: string, width: number, height: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [2 * width, 2 * height];
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error("No image came."))),
      "image/png",
    ),
  );
}

function download(blob: Blob, name: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
