// Names on the map, as on a road map: always at reading size, the most connected first, and none over another.
const FONT = css("sans");
const LINE = 20; // characters, as in layout.py
let namesAt = []; // [box, node id] of the names on the screen, for clicks

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

const screen = (point) => network.canvasToDOM(point);
const meet = (one, other) => one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1];

// Boxes on the screen that are taken, in a grid, so that thousands can be asked for quickly.
class Taken {
  constructor() { this.cells = new Map(); }
  *near([left, top, right, bottom]) {
    for (let x = Math.floor(left / 64); x <= right / 64; x++) for (let y = Math.floor(top / 64); y <= bottom / 64; y++) yield x * 8192 + y;
  }
  // `label` where the box is a name's, which may still move; `size` where it is a node's.
  add(box, owner, { size = Infinity, label = null } = {}) {
    const item = { box, owner, size, label };
    for (const cell of this.near(box)) (this.cells.get(cell) ?? this.cells.set(cell, []).get(cell)).push(item);
  }
  // What is in the way of a box, at most two; nodes smaller than `least` are not.
  blockers(box, owner, least = 0) {
    const found = new Set();
    for (const cell of this.near(box)) for (const item of this.cells.get(cell) ?? []) {
      const gone = item.label && item.label.box !== item.box;
      if (!gone && item.owner !== owner && item.size >= least && meet(box, item.box)) found.add(item);
      if (found.size > 1) return found;
    }
    return found;
  }
}

// A name with the places that it could take around its node, the best first.
function label(context, node, at, radius, scale) {
  const first = node.id === state.hovered || node.id === state.chosen?.id;
  const strong = node.focus || first;
  const size = Math.min(12 * Math.max(1, scale ** 0.35), 15) + (node.degree > 8 ? 1 : 0) + (strong ? 1 : 0);
  const text = lines(node);
  const wide = Math.max(...text.map((line) => width(context, line, strong))) * size + 4;
  const high = text.length * size * 1.18;
  const [across, down, slant] = [radius + 4 + wide / 2, radius + 3 + high / 2, radius * 0.6];
  const corners = [[1, 1], [-1, 1], [1, -1], [-1, -1]].map(([x, y]) => [x * (slant + 3 + wide / 2), y * (slant + 2 + high / 2)]);
  const around = [[0, down], [across, 0], [-across, 0], [0, -down], ...corners];
  const boxes = around.map(([x, y]) => [at.x + x - wide / 2, at.y + y - high / 2, at.x + x + wide / 2, at.y + y + high / 2]);
  const seen = boxes.filter((box) => box[0] > 2 && box[1] > 2 && box[2] < frame.clientWidth - 2 && box[3] < frame.clientHeight - 2);
  return { node, strong, size, text, boxes: strong && !seen.length ? boxes : seen, box: null };
}

// Find a free place; if there is none, one that a single other name can leave for another place of its own.
function settle(name, taken) {
  const { id, size } = name.node;
  const free = (box, least) => taken.blockers(box, id, least).size === 0;
  // The name of a hub may cover nodes that are small beside it; it is what the eye looks for.
  let box = name.boxes.find((each) => free(each)) ?? name.boxes.find((each) => free(each, size * 0.7));
  for (const each of box ? [] : name.boxes) {
    const [blocker, ...more] = taken.blockers(each, id);
    const other = blocker.label;
    const away = more.length || !other ? null : other.boxes.find((spot) => !meet(spot, each) && taken.blockers(spot, other.node.id).size === 0);
    if (!away) continue;
    other.box = away;
    taken.add(away, other.node.id, { label: other });
    box = each;
    break;
  }
  name.box = box ?? (name.strong ? name.boxes[0] : null);
  if (name.box) taken.add(name.box, id, { label: name });
}

function placeNames(context, scale, taken) {
  for (const over of [document.querySelector(".tools"), byId("note")]) {
    taken.add([over.offsetLeft, over.offsetTop, over.offsetLeft + over.offsetWidth, over.offsetTop + over.offsetHeight], null);
  }
  const visible = [];
  for (const node of RANKED) {
    if (hidden(node) || (state.lit && !state.lit.has(node.id) && node.id !== state.hovered)) continue;
    const at = screen(network.body.nodes[node.id]);
    const radius = (node.size + (node.focus ? 6 : 0)) * scale + 1;
    if (at.x < -80 || at.y < -60 || at.x > frame.clientWidth + 80 || at.y > frame.clientHeight + 60) continue;
    visible.push([node, at, radius]);
    taken.add([at.x - radius, at.y - radius, at.x + radius, at.y + radius], node.id, { size: node.size });
  }
  const rank = ([node]) => (node.id === state.chosen?.id ? 0 : node.id === state.hovered ? 1 : 2);
  visible.sort((a, b) => rank(a) - rank(b));
  const names = visible.slice(0, 400).map(([node, at, radius]) => label(context, node, at, radius, scale)); // more never fit
  for (const name of names) settle(name, taken);
  return names.filter((name) => name.box);
}

function drawNames(context) {
  const scale = network.getScale();
  const taken = new Taken();
  const names = placeNames(context, scale, taken);
  namesAt = names.map(({ box, node }) => [box, node.id]);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const { node, strong, size, text, box } of names) {
    context.font = `${strong ? 600 : 400} ${size / scale}px ${FONT}`;
    text.forEach((line, row) => {
      const spot = network.DOMtoCanvas({ x: (box[0] + box[2]) / 2, y: box[1] + (row + 0.5) * size * 1.18 });
      inkText(context, line, spot.x, spot.y, node.kind === "source" ? INK.soft : INK.ink, 3.5 / scale);
    });
  }
  drawVerbs(context, taken, scale, network.body.nodes);
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
    let turn = Math.atan2(to.y - from.y, to.x - from.x);
    if (Math.abs(turn) > Math.PI / 2) turn -= Math.sign(turn) * Math.PI;
    const [x, y] = [(Math.abs(Math.cos(turn)) * wide + 12) / 2, (Math.abs(Math.sin(turn)) * wide + 12) / 2];
    const spots = [0.5, 0.38, 0.62].map((along) => network.body.edges[edge.id].edgeType.getPoint(along));
    const boxes = spots.map(screen).map((at) => [at.x - x, at.y - y, at.x + x, at.y + y]);
    const free = boxes.findIndex((box) => taken.blockers(box, null).size === 0);
    if (free < 0) continue;
    const spot = spots[free];
    taken.add(boxes[free], edge.id);
    context.save();
    context.font = `${11 * ratio}px ${FONT}`;
    context.translate(spot.x, spot.y);
    context.rotate(turn);
    inkText(context, edge.words, 0, 0, edge.modality === "asserted" ? INK.soft : INK[edge.modality], 4 * ratio);
    context.restore();
  }
}
