// Writes shapes.json beside this file: one SVG path for each country, pre-projected, so that a page needs no JavaScript
// and no projection to draw the world. Run by `make map` after `npm ci`; the result is committed.
//
// Shapes: Natural Earth 1:110m (public domain) as packed by world-atlas (ISC). Countries too small for that scale
// come from 1:50m as a dot on their centroid.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoArea, geoCentroid, geoContains, geoEqualEarth, geoPath } from "d3-geo";
import isoCountries from "i18n-iso-countries";
import { feature } from "topojson-client";
import { presimplify, simplify, sphericalTriangleArea } from "topojson-simplify";

const WIDTH = 1000;
const HEIGHT = 460;
const CENTRAL_MERIDIAN = 11; // keeps Chukotka with the rest of Russia
const DETAIL = 2e-5; // steradians of the smallest wiggle that is kept: about half a pixel on a laptop
const ANTARCTICA = "010";
const DECIMALS = 1;
const MARGIN = 4;
// Shapes that Natural Earth keeps apart without an ISO number, and the country under which statements are filed.
const WITHOUT_NUMBER = { Kosovo: "XK", "N. Cyprus": "CY", Somaliland: "SO" };
// Natural Earth draws who controls a territory. Crimea is drawn as the United Nations sees it (General Assembly
// resolution 68/262): as a part of Ukraine.
const SIMFEROPOL = [34.1, 45.0];

const require = createRequire(import.meta.url);
const countriesAt = (scale) => {
  const atlas = JSON.parse(readFileSync(require.resolve(`world-atlas/countries-${scale}.json`), "utf8"));
  const topology = simplify(presimplify(atlas, sphericalTriangleArea), DETAIL);
  return feature(topology, topology.objects.countries).features.filter((country) => country.id !== ANTARCTICA);
};
const codeOf = (country) => WITHOUT_NUMBER[country.properties.name] ?? isoCountries.numericToAlpha2(country.id);
const polygonsOf = ({ geometry }) => (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates);
const asFeature = (polygons) => ({ type: "Feature", geometry: { type: "MultiPolygon", coordinates: polygons } });

const polygons = new Map();
for (const country of countriesAt("110m")) {
  const code = codeOf(country);
  if (code) polygons.set(code, [...(polygons.get(code) ?? []), ...polygonsOf(country)]);
}

const isCrimea = (polygon) => geoContains({ type: "Polygon", coordinates: polygon }, SIMFEROPOL);
const crimea = polygons.get("RU").filter(isCrimea);
polygons.set("RU", polygons.get("RU").filter((polygon) => !isCrimea(polygon)));
polygons.set("UA", [...polygons.get("UA"), ...crimea]);
if (!polygons.get("UA").some(isCrimea)) throw new Error("Crimea was not found in the shapes of Ukraine");

const projection = geoEqualEarth().rotate([-CENTRAL_MERIDIAN, 0]).fitSize([WIDTH, HEIGHT], asFeature([...polygons.values()].flat()));
const path = geoPath(projection).digits(DECIMALS);
const largest = (parts) => parts.reduce((best, part) => (areaOf(part) > areaOf(best) ? part : best));
const areaOf = (part) => geoArea({ type: "Polygon", coordinates: part });
// Steps from point to point are shorter to write than places: a third of the bytes over the wire.
const inSteps = (absolute) => {
  let [atX, atY] = [0, 0];
  let opening = [0, 0];
  return absolute.replace(/([ML])(-?[\d.]+),(-?[\d.]+)|Z/g, (token, command, x, y) => {
    if (token === "Z") {
      [atX, atY] = opening; // closing a shape takes the pen back to where it opened
      return "z";
    }
    const [byX, byY] = [round(x - atX), round(y - atY)];
    [atX, atY] = [Number(x), Number(y)];
    if (command === "M") opening = [atX, atY];
    return `${command.toLowerCase()}${byX}${byY < 0 ? "" : ","}${byY}`;
  });
};
const round = (value) => Number(Number(value).toFixed(DECIMALS));

// The frame fits the large shapes; a few islands lie just beyond it.
const inFrame = (value, size) => Math.min(Math.max(value, MARGIN), size - MARGIN);

const shapes = {};
for (const [code, parts] of polygons) {
  const [x, y] = path.centroid(asFeature([largest(parts)])).map(round);
  shapes[code] = { path: inSteps(path(asFeature(parts))), x, y };
}
for (const country of countriesAt("50m")) {
  const code = codeOf(country);
  if (!code || shapes[code]) continue;
  const [x, y] = projection(geoCentroid(asFeature([largest(polygonsOf(country))]))).map(round);
  shapes[code] = { path: null, x: inFrame(x, WIDTH), y: inFrame(y, HEIGHT) };
}

const sorted = Object.fromEntries(Object.entries(shapes).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(
  new URL("shapes.json", import.meta.url),
  `${JSON.stringify({ width: WIDTH, height: HEIGHT, countries: sorted }, null, 1)}\n`,
);
