/** Scripts of a page, and what it lays out below the window, come after its first paint: it would wait for them. */

/** Says that no frame is made yet: the style sheet leaves out the rows below the window until then. */
export const firstScript = `document.documentElement.dataset.first=""`;

/**
 * Ends that, runs the scripts that links with `data-late` name, then fetches those that they will ask
 * for, once the first frame is made; at once where no frame is made, as in a tab that is not in sight.
 * Who keeps the plain table needs no code of the grid: the page asks for the rest of it by itself.
 */
export const lateScript = `{const all=late=>document.querySelectorAll("link[data-late="+JSON.stringify(late)+"]"),run=()=>{delete document.documentElement.dataset.first;for(const link of all("")){const script=document.createElement("script");script.async=true;script.setAttribute("src",link.getAttribute("href"));document.head.append(script)}if(document.documentElement.dataset.table!=="plain")for(const link of all("preload"))link.rel="preload"};document.hidden?run():requestAnimationFrame(()=>setTimeout(run))}`;

const asyncScript = /<script src="([^"]+)"[^>]*\sasync=""[^>]*><\/script>/g;
const preload = /<link rel="preload"(?=[^>]*\sas="script")([^>]*)\/>/g;

/**
 * A page whose scripts are fetched and run after its first paint; what is no page, or has no scripts, as
 * it is. A script that is for old browsers alone, and those in the page, stay, and so does what is fetched
 * early for them: it takes long where it is large, and no time of the page.
 * @param {string} html
 */
export function withLateScripts(html) {
  const addresses = new Set([...html.matchAll(asyncScript)].map(([, address]) => address));
  if (addresses.size === 0 || !html.includes("<head>") || !html.includes("</body>")) return html;
  const late = html
    .replace(preload, (_, said) => {
      const isScript = addresses.has(/href="([^"]*)"/.exec(said)?.[1]);
      return isScript ? "" : `<link data-late="preload"${said}/>`;
    })
    .replace(asyncScript, (_, address) => `<link data-late="" href="${address}"/>`);
  const [start, end] = [late.indexOf("<head>") + "<head>".length, late.lastIndexOf("</body>")];
  const [head, body, foot] = [late.slice(0, start), late.slice(start, end), late.slice(end)];
  return `${head}<script>${firstScript}</script>${body}<script>${lateScript}</script>${foot}`;
}
