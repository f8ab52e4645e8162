// SPDX-License-Identifier: Apache-2.0
// Charts: drawn as SVG, so that they print, and described in words for those who do not see them. The library is loaded
// where a chart is shown and nowhere else.

const LIBRARY = "/_static/echarts/6.0.0/dist/echarts.esm.min.js";

const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Colours of the pages, for charts that cannot have them from the style sheet. */
export const colours = () =>
  Object.fromEntries(["ink", "quiet", "line", "up", "down", "accent", "ground"].map((name) => [name, token(`--${name}`)]));

/**
 * Draws a chart in an element.
 *
 * @param element of some size
 * @param option as the library takes it
 * @param signal when the page is left
 * @returns a function that draws another option in its place
 */
export async function chart(element, option, signal) {
  const { init } = await import(LIBRARY);
  if (signal.aborted || !element) {
    return () => {};
  }
  const drawn = init(element, null, { renderer: "svg" });
  const watching = new ResizeObserver(() => drawn.resize());
  watching.observe(element);
  signal.addEventListener("abort", () => {
    watching.disconnect();
    drawn.dispose();
  });
  const set = (next) =>
    drawn.setOption({ animation: false, textStyle: { fontFamily: "inherit" }, tooltip: { trigger: "axis", renderMode: "richText" }, aria: { enabled: true, decal: { show: true } }, ...next });
  set(option);
  return set;
}
