// The drawing: vis-network draws nodes and edges where Python placed them; names are drawn here, as on a road map:
// always at reading size, the most connected first, and none over another.
const FONT = css("sans");
const LINE = 20; // characters, as in layout.py
let INK = {};

function shade(colour, by) {
  const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return `rgb(${parts.map((part) => Math.round(by < 0 ? part * (1 + by) : part + (255 - part) * by)).join(",")})`;
}

function readColours() {
  INK = Object.fromEntries(["paper", "ink", "soft", "accent", "halo", ...Object.keys(DATA.modalities)].map((name) => [name, css(name)]));
  INK.dark = matchMedia("(prefers-color-scheme: dark)").matches;
}
readColours();

function nodeStyle(node) {
  const colour = DATA.kinds[node.kind].colour;
  return {
    color: { background: colour, border: shade(colour, INK.dark ? 0.35 : -0.28) },
    borderWidth: 1.4,
    shapeProperties: { borderDashes: node.kind === "source" ? [3, 2] : false },
  };
}
const edgeStyle = (edge) => ({ color: { color: INK[edge.modality], inherit: false, opacity: 0.75 } });
const hidden = (node) => state.hiddenKinds.has(node.kind);
const hiddenEdge = (edge) => state.hiddenModalities.has(edge.modality) || hidden(NODES.get(edge.from)) || hidden(NODES.get(edge.to));

// The layout is as wide as a laptop's screen; a phone held upright has it turned.
if (byId("map").clientHeight > byId("map").clientWidth * 1.15) for (const node of DATA.nodes) [node.x, node.y] = [-node.y, node.x];

const drawnNodes = new vis.DataSet(DATA.nodes.map(({ id, x, y, size, shape, ...node }) => ({ id, x, y, size, shape, ...nodeStyle({ id, ...node }) })));
const drawnEdges = new vis.DataSet(DATA.edges.map((edge) => ({
  id: edge.id, from: edge.from, to: edge.to, dashes: edge.dashes, width: edge.width, smooth: edge.smooth, arrows: edge.arrows, ...edgeStyle(edge),
})));
const network = new vis.Network(byId("map"), { nodes: drawnNodes, edges: drawnEdges }, {
  ...JSON.parse(DATA.options),
  ...(DATA.edges.length > 1000 ? { interaction: { ...JSON.parse(DATA.options).interaction, hideEdgesOnDrag: true, hideEdgesOnZoom: true } } : {}),
});
Object.assign(byId("map"), { network, names: () => namesAt }); // for whoever scripts the map from the console
const frame = byId("map").firstElementChild;
frame.setAttribute("role", "application");
frame.setAttribute("aria-label", "Map of the network. Arrow keys move it, plus and minus zoom. To reach a name use the search or the lists in the details.");

const unseen = new Set();
function hideAndShow() {
  const changed = (all, isHidden) => all.filter((each) => isHidden(each) !== unseen.has(each.id)).map((each) => {
    if (!unseen.delete(each.id)) unseen.add(each.id);
    return { id: each.id, hidden: unseen.has(each.id) };
  });
  drawnNodes.update(changed(DATA.nodes, hidden));
  drawnEdges.update(changed(DATA.edges, hiddenEdge));
}
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  readColours();
  drawnNodes.update(DATA.nodes.map((node) => ({ id: node.id, ...nodeStyle(node) })));
  drawnEdges.update(DATA.edges.map((edge) => ({ id: edge.id, ...edgeStyle(edge) })));
});

// While something is chosen, all else stands back behind a veil; what belongs to it is drawn again before the veil.
function drawLit(context) {
  if (!state.lit) return;
  const [from, to] = [network.DOMtoCanvas({ x: 0, y: 0 }), network.DOMtoCanvas({ x: frame.clientWidth, y: frame.clientHeight })];
  context.globalAlpha = 0.87;
  context.fillStyle = INK.paper;
  context.fillRect(from.x, from.y, to.x - from.x, to.y - from.y);
  context.globalAlpha = 1;
  drawHalo(context);
  const edges = [...state.lit].filter((id) => EDGES.has(id) && !hiddenEdge(EDGES.get(id))).map((id) => network.body.edges[id]);
  for (const edge of edges) edge.draw(context);
  for (const edge of edges) edge.drawArrows(context);
  for (const id of state.lit) if (NODES.has(id) && !hidden(NODES.get(id))) network.body.nodes[id].draw(context);
}

function drawHalo(context) {
  const chosen = NODES.get(state.chosen.id);
  if (!chosen || hidden(chosen)) return;
  const { x, y } = network.body.nodes[chosen.id];
  context.beginPath();
  context.arc(x, y, chosen.size + 10 / Math.min(network.getScale(), 1), 0, 2 * Math.PI);
  context.fillStyle = INK.halo;
  context.fill();
}

// ---- names

const RANKED = [...DATA.nodes].sort((a, b) => b.focus - a.focus || b.degree - a.degree || (a.id < b.id ? -1 : 1));
const BROKEN = new Map();
function lines(node) {
  if (!BROKEN.has(node.id)) {
    const broken = [""];
    for (const word of plain(node.name).split(" ")) {
      const last = broken.length - 1;
      if (!broken[last]) broken[last] = word;
      else if (broken[last].length + word.length < LINE) broken[last] += ` ${word}`;
      else broken.push(word);
    }
    const kept = broken.slice(0, 2).map((line) => (line.length > LINE + 4 ? `${line.slice(0, LINE + 3)}…` : line));
    if (broken.length > 2 && !kept[1].endsWith("…")) kept[1] += " …";
    BROKEN.set(node.id, kept);
  }
  return BROKEN.get(node.id);
}

// The width of a text set one pixel high; asked for at every redraw, measured once.
const WIDTHS = new Map();
function width(context, text, strong) {
  const key = `${strong ? 1 : 0}${text}`;
  if (!WIDTHS.has(key)) {
    context.font = `${strong ? 600 : 400} 100px ${FONT}`;
    WIDTHS.set(key, context.measureText(text).width / 100);
  }
  return WIDTHS.get(key);
}

// Boxes on the screen that are taken, in a grid, so that thousands can be asked for quickly.
class Taken {
  constructor() { this.cells = new Map(); }
  *near([left, top, right, bottom]) {
    for (let x = Math.floor(left / 64); x <= right / 64; x++) for (let y = Math.floor(top / 64); y <= bottom / 64; y++) yield x * 8192 + y;
  }
  add(box, owner, size = Infinity) {
    for (const cell of this.near(box)) (this.cells.get(cell) ?? this.cells.set(cell, []).get(cell)).push([box, owner, size]);
  }
  hits(box, owner, least = 0) {
    for (const cell of this.near(box)) for (const [other, whose, size] of this.cells.get(cell) ?? []) {
      if (whose !== owner && size >= least && box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]) return true;
    }
    return false;
  }
}

let namesAt = []; // [box, node id] of the names on the screen, for clicks

function screen(point) {
  return network.canvasToDOM(point);
}

function drawNames(context) {
  const scale = network.getScale();
  const ratio = 1 / scale;
  const positions = network.body.nodes;
  const { clientWidth, clientHeight } = frame;
  const taken = new Taken();
  for (const over of [document.querySelector(".tools"), byId("note")]) {
    taken.add([over.offsetLeft, over.offsetTop, over.offsetLeft + over.offsetWidth, over.offsetTop + over.offsetHeight], null);
  }
  namesAt = [];
  const visible = [];
  for (const node of RANKED) {
    if (hidden(node)) continue;
    const at = screen(positions[node.id]);
    const radius = (node.size + (node.focus ? 6 : 0)) * scale + 1;
    if (at.x < -80 || at.y < -60 || at.x > clientWidth + 80 || at.y > clientHeight + 60) continue;
    visible.push([node, at, radius]);
    taken.add([at.x - radius, at.y - radius, at.x + radius, at.y + radius], node.id, node.size);
  }
  const first = (node) => node.id === state.hovered || node.id === state.chosen?.id;
  visible.sort((a, b) => first(b[0]) - first(a[0]));
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  let tried = 0;
  for (const [node, at, radius] of visible) {
    if (++tried > 400) break; // by then the screen is full
    if (state.lit && !state.lit.has(node.id) && node.id !== state.hovered) continue;
    const strong = node.focus || first(node);
    const size = Math.min(12 * Math.max(1, scale ** 0.35), 15) + (node.degree > 8 ? 1 : 0) + (strong ? 1 : 0);
    const text = lines(node);
    const wide = Math.max(...text.map((line) => width(context, line, strong))) * size + 4;
    const high = text.length * size * 1.18;
    const [across, down, slant] = [radius + 4 + wide / 2, radius + 3 + high / 2, radius * 0.6];
    const places = [[0, down], [across, 0], [-across, 0], [0, -down]];
    places.push(...[[1, 1], [-1, 1], [1, -1], [-1, -1]].map(([x, y]) => [x * (slant + 3 + wide / 2), y * (slant + 2 + high / 2)]));
    const boxes = places.map(([x, y]) => [at.x + x - wide / 2, at.y + y - high / 2, at.x + x + wide / 2, at.y + y + high / 2]);
    const inside = (box) => box[0] > 2 && box[1] > 2 && box[2] < clientWidth - 2 && box[3] < clientHeight - 2;
    // The name of a hub may cover nodes that are small beside it; it is what the eye looks for.
    let free = boxes.findIndex((box) => inside(box) && !taken.hits(box, node.id));
    if (free < 0) free = boxes.findIndex((box) => inside(box) && !taken.hits(box, node.id, node.size * 0.7));
    if (free < 0 && !strong) continue;
    const box = boxes[Math.max(free, 0)];
    taken.add(box, node.id);
    namesAt.push([box, node.id]);
    context.font = `${strong ? 600 : 400} ${size * ratio}px ${FONT}`;
    text.forEach((line, row) => {
      const spot = network.DOMtoCanvas({ x: (box[0] + box[2]) / 2, y: box[1] + (row + 0.5) * size * 1.18 });
      inkText(context, line, spot.x, spot.y, node.kind === "source" ? INK.soft : INK.ink, 3.5 * ratio);
    });
  }
  drawVerbs(context, taken, scale, positions);
}

function inkText(context, text, x, y, colour, halo) {
  context.strokeStyle = INK.paper;
  context.lineWidth = halo;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

// What an edge says, along the edge, where there is room for it.
function drawVerbs(context, taken, scale, positions) {
  const ratio = 1 / scale;
  for (const edge of DATA.edges) {
    const bright = state.lit?.has(edge.id) || edge.id === state.hovered;
    if (hiddenEdge(edge) || edge.from === edge.to || (state.lit && !bright) || (scale < 0.75 && !bright)) continue;
    const [from, to] = [positions[edge.from], positions[edge.to]];
    const length = Math.hypot(to.x - from.x, to.y - from.y) * scale - (NODES.get(edge.from).size + NODES.get(edge.to).size) * scale;
    const wide = width(context, edge.words, false) * 11;
    if (length < wide + 26) continue;
    const spot = network.body.edges[edge.id].edgeType.getPoint(0.5);
    const at = screen(spot);
    let turn = Math.atan2(to.y - from.y, to.x - from.x);
    if (Math.abs(turn) > Math.PI / 2) turn -= Math.sign(turn) * Math.PI;
    const [x, y] = [(Math.abs(Math.cos(turn)) * wide + 12) / 2, (Math.abs(Math.sin(turn)) * wide + 12) / 2];
    const box = [at.x - x, at.y - y, at.x + x, at.y + y];
    if (taken.hits(box, null)) continue;
    taken.add(box, edge.id);
    context.save();
    context.font = `${11 * ratio}px ${FONT}`;
    context.translate(spot.x, spot.y);
    context.rotate(turn);
    inkText(context, edge.words, 0, 0, edge.modality === "asserted" ? INK.soft : INK[edge.modality], 4 * ratio);
    context.restore();
  }
}

// A ring around those that the map is about.
function drawRings(context) {
  context.strokeStyle = INK.accent;
  context.lineWidth = 2.5;
  for (const node of DATA.nodes) {
    if (!node.focus || hidden(node)) continue;
    const { x, y } = network.body.nodes[node.id];
    context.beginPath();
    context.arc(x, y, node.size + 5, 0, 2 * Math.PI);
    context.stroke();
  }
}

network.on("afterDrawing", (context) => {
  drawLit(context);
  drawRings(context);
  drawNames(context);
});

function under({ x, y }) {
  const named = namesAt.find(([box]) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]);
  const node = network.getNodeAt({ x, y }) ?? named?.[1];
  if (node !== undefined) return { type: "n", id: node };
  const edge = network.getEdgeAt({ x, y });
  return edge === undefined ? null : { type: "e", id: edge };
}
