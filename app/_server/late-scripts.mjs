/** What a page fetches and lays out for later comes after its first paint: it would keep that waiting. */

/** Says that no frame is made yet: the style sheet leaves out the rows below the window until then. */
export const firstScript = `document.documentElement.dataset.first=""`;

/**
 * Ends that, runs the scripts that links with `data-late` name, then fetches the other files, once the first frame is
 * made; at once where no frame is made, as in a tab that is not in sight. Who keeps the plain table needs
 * no code of the grid: the page asks for the rest of it by itself.
 */
export const lateScript = `{const all=late=>document.querySelectorAll("link[data-late="+JSON.stringify(late)+"]"),run=()=>{delete document.documentElement.dataset.first;for(const link of all("")){const script=document.createElement("script");script.async=true;script.setAttribute("src",link.getAttribute("href"));document.head.append(script)}for(const link of all("preload"))if(link.as!=="script"||document.documentElement.dataset.table!=="plain")link.rel="preload"};document.hidden?run():requestAnimationFrame(()=>setTimeout(run))}`;

const asyncScript = /<script src="([^"]+)"[^>]*\sasync=""[^>]*><\/script>/g;
const preload = /<link rel="preload"([^>]*)\/>/g;

/**
 * A page whose scripts run, and whose other files are fetched, after its first paint; what is no page, or
 * has no scripts, as it is. A script that is for old browsers alone, and those in the page, stay.
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
