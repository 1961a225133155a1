// What the page knows, and the few helpers that all of it uses. Text from documents only ever becomes text nodes.
const DATA = JSON.parse(document.getElementById("data").textContent);
const NODES = new Map(DATA.nodes.map((node) => [node.id, node]));
const EDGES = new Map(DATA.edges.map((edge) => [edge.id, edge]));
const INCIDENT = new Map(DATA.nodes.map((node) => [node.id, []]));
for (const edge of DATA.edges) {
  INCIDENT.get(edge.from).push(edge);
  if (edge.to !== edge.from) INCIDENT.get(edge.to).push(edge);
}
const SVG = "http://www.w3.org/2000/svg";
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const state = { chosen: null, hovered: null, hiddenKinds: new Set(), hiddenModalities: new Set() };

const byId = (id) => document.getElementById(id);

// Control characters, also those that turn the direction of what follows: a name must not be able to disguise itself.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const plain = (text) => String(text).replace(CONTROLS, "").replace(/[\s\u0085]+/g, " ").trim();

// As people type: any case, no accents, no punctuation.
const fold = (text) => plain(text).normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

const number = (count) => count.toLocaleString("en");
const counted = (count, one, many = `${one}s`) => `${number(count)} ${count === 1 ? one : many}`;
const spaced = (key) => { const words = key.replaceAll("_", " "); return words.charAt(0).toUpperCase() + words.slice(1); };

// el("p", {class: "note"}, "text", child …): an element whose strings are text.
function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick") made.addEventListener("click", value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

// Text of a document or a user, in its own direction whatever stands around it.
const said = (text) => el("bdi", { dir: "auto" }, plain(text));

const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

function svg(attributes, shape, shapeAttributes) {
  const drawing = document.createElementNS(SVG, "svg");
  const inner = document.createElementNS(SVG, shape);
  for (const [name, value] of Object.entries({ "aria-hidden": "true", ...attributes })) drawing.setAttribute(name, value);
  for (const [name, value] of Object.entries(shapeAttributes)) inner.setAttribute(name, value);
  drawing.append(inner);
  return drawing;
}

const OUTLINES = {
  dot: "M8 1.5a6.5 6.5 0 1 0 .01 0z",
  hexagon: "M8 1 14.1 4.5v7L8 15 1.9 11.5v-7z",
  diamond: "M8 .5 15.5 8 8 15.5.5 8z",
  square: "M2 2h12v12H2z",
  triangle: "M8 1 15.5 14.5H.5z",
};
function swatch(kind) {
  const { colour, shape } = DATA.kinds[kind];
  return svg({ class: "swatch", viewBox: "0 0 16 16" }, "path", { d: OUTLINES[shape], fill: colour });
}

function stroke(modality) {
  const { dashes } = DATA.modalities[modality];
  return svg({ class: "stroke", viewBox: "0 0 30 10" }, "path", {
    d: modality === "denied" ? "M0 5H30M15 1V9" : "M0 5H30", fill: "none", stroke: `var(--${modality})`,
    "stroke-width": 2, "stroke-dasharray": dashes ? dashes.map((length) => length * 0.7).join(" ") : "none",
  });
}
