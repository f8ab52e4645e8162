// SPDX-License-Identifier: Apache-2.0
// A map without tiles: outlines of provinces, and of counties of the pilot regions, for orientation. It decides nothing and states no border; where it is from
// and under which number it was reviewed is printed on it. An operator may put another file in its place.

import { html, nothing, svg } from "./lit.js";
import { named, t } from "./text.js";
import { number } from "./format.js";

const FILES = { china: "/web/outlines/china.json", pilots: "/web/outlines/pilots.json" };

/** The country with its seas. */
const COUNTRY = "-430 -450 800 910";

// The equal-area conic projection of Albers with the parallels and the meridian that maps of the country have.
const RADIANS = Math.PI / 180;
const [FIRST, SECOND, MERIDIAN, ORIGIN] = [25, 47, 105, 30].map((degrees) => degrees * RADIANS);
const N = (Math.sin(FIRST) + Math.sin(SECOND)) / 2;
const C = Math.cos(FIRST) ** 2 + 2 * N * Math.sin(FIRST);
const RHO = Math.sqrt(C - 2 * N * Math.sin(ORIGIN)) / N;
const SCALE = 1000;

/** Longitude and latitude in degrees as a place on the map, north upwards. */
export function place([longitude, latitude]) {
  const rho = Math.sqrt(C - 2 * N * Math.sin(latitude * RADIANS)) / N;
  const theta = N * (longitude * RADIANS - MERIDIAN);
  return [SCALE * rho * Math.sin(theta), -SCALE * (RHO - rho * Math.cos(theta))];
}

const line = (points) => points.map((point, i) => (i ? "L" : "M") + place(point).map((each) => each.toFixed(1)).join(" ")).join("");

/** The path of a GeoJSON geometry. */
export function path({ type, coordinates }) {
  const rings = { Polygon: coordinates, MultiPolygon: coordinates.flat(), MultiLineString: coordinates, LineString: [coordinates] }[type];
  return rings.map((ring) => line(ring) + (type.endsWith("Polygon") ? "Z" : "")).join("");
}

const outlines = new Map();

/** Outlines, asked for once and only where a map is shown: of the country's provinces, or of the pilot regions' counties. */
export function outline(name = "china") {
  if (!outlines.has(name)) {
    outlines.set(name, fetch(FILES[name]).then(async (answer) => {
      const file = await answer.json();
      const areas = file.features.map(({ properties, geometry }) => ({ ...properties, geometry, path: path(geometry) }));
      return { ...file, view: COUNTRY, areas: areas.filter((each) => each.code), lines: areas.filter((each) => !each.code) };
    }));
  }
  return outlines.get(name);
}

/** The part of a map that lies in a division; absent where the map has nothing of it. */
export function within(file, division) {
  const prefix = division.replace(/(0000|00)$/, "");
  const areas = file.areas.filter(({ code }) => code.startsWith(prefix));
  return areas.length ? { ...file, areas, lines: [], view: box(areas.map((each) => each.geometry)).map((each) => each.toFixed(2)).join(" ") } : undefined;
}

/** Five steps of equal counts; what has none is in none of them. */
function steps(values) {
  const sorted = [...values.values()].filter((value) => value > 0).sort((a, b) => a - b);
  return (value) => (value > 0 ? 1 + Math.floor((4 * sorted.indexOf(value)) / Math.max(1, sorted.length - 1)) : 0);
}

/** What stands below a map. */
export const origin = (file) => html`<p class="origin">${t("map.orientation")} ${t("map.review", file.reviewNumber)} ${t("map.source", file.source, file.date)}</p>`;

/**
 * Divisions, darker where there is more.
 *
 * @param file as `outline` or `within` gives it
 * @param values how much there is, by code of the division
 * @param told what a value is, in words
 * @param address the page of a division
 * @param names of divisions by code
 */
export function divisions({ file, values, told, address, names, label }) {
  const step = steps(values);
  return html`
    <figure class="map">
      <svg viewBox=${file.view} role="group" aria-label=${label}>
        ${file.areas.map(({ code, name, path: outlined }) => {
          const title = `${named(names.get(code)) || name}: ${values.has(code) ? told(number(values.get(code))) : t("map.none")}`;
          const shape = svg`<path class=${`step-${step(values.get(code) ?? 0)}`} d=${outlined}><title>${title}</title></path>`;
          return values.has(code) ? svg`<a href=${address(code)} aria-label=${title}>${shape}</a>` : shape;
        })}
        ${file.lines.map(({ path: outlined }) => svg`<path class="boundary" d=${outlined} />`)}
      </svg>
      <figcaption>${origin(file)}</figcaption>
    </figure>`;
}

/** The box around geometries, with room around it: `viewBox` of a map of them. */
function box(geometries) {
  const places = geometries.flatMap(({ type, coordinates }) => (type === "Polygon" ? coordinates : coordinates.flat()).flat()).map(place);
  const [xs, ys] = [0, 1].map((i) => places.map((each) => each[i]));
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const room = Math.max(right - left, bottom - top) * 0.1;
  return [left - room, top - room, right - left + 2 * room, bottom - top + 2 * room];
}

/** Land in its own size, and where in the country it is. */
export function land({ file, geometries, label }) {
  if (!geometries.length) {
    return nothing;
  }
  const view = box(geometries);
  const [x, y] = [view[0] + view[2] / 2, view[1] + view[3] / 2];
  return html`
    <figure class="map land">
      <svg viewBox=${view.map((each) => each.toFixed(3)).join(" ")} role="img" aria-label=${label}>
        ${geometries.map((each) => svg`<path class="land" d=${finer(each)} />`)}
      </svg>
      <svg viewBox=${COUNTRY} role="img" aria-label=${t("map.where")}>
        ${file.areas.map(({ path: outlined }) => svg`<path class="step-0" d=${outlined} />`)}
        ${file.lines.map(({ path: outlined }) => svg`<path class="boundary" d=${outlined} />`)}
        <circle class="here" cx=${x.toFixed(1)} cy=${y.toFixed(1)} r="12" />
      </svg>
      <figcaption>${origin(file)}</figcaption>
    </figure>`;
}

/** Land is small: its corners need more digits than provinces do. */
const finer = ({ type, coordinates }) =>
  (type === "Polygon" ? coordinates : coordinates.flat())
    .map((ring) => `${ring.map((point, i) => (i ? "L" : "M") + place(point).map((each) => each.toFixed(4)).join(" ")).join("")}Z`)
    .join("");
