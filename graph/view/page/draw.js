// The drawing: vis-network draws nodes and edges where Python placed them; names.js writes the names.
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
