// Choosing, searching, hiding, zooming. What is chosen stands in the address, so that "back" goes back.
const live = byId("live");

function known({ type, id }) {
  return { n: NODES.has(id), e: EDGES.has(id), d: id in DATA.documents }[type];
}

function chosenByAddress() {
  const [, type, id] = /^#([ned])=(.*)$/s.exec(location.hash) ?? [];
  if (!type) return null;
  try {
    const found = { type, id: decodeURIComponent(id) };
    return known(found) ? found : null;
  } catch { return null; }
}

// Choose something; nothing for the whole. With `travel` the map moves there.
function go(type, id, travel = false) {
  const hash = type ? address(type, id) : "";
  if (location.hash !== hash) history.pushState(null, "", hash || location.pathname + location.search);
  choose(type ? { type, id } : null);
  if (travel) focusOn(id);
}

function lit(chosen) {
  if (!chosen) return null;
  if (chosen.type === "n") return new Set([chosen.id, ...INCIDENT.get(chosen.id).flatMap((edge) => [edge.id, edge.from, edge.to])]);
  const edges = chosen.type === "e" ? [EDGES.get(chosen.id)] : DATA.edges.filter((edge) => edge.evidence.some((each) => each.document === chosen.id));
  return new Set(edges.flatMap((edge) => [edge.id, edge.from, edge.to]));
}

function choose(chosen) {
  if (chosen?.type === "n") reveal(NODES.get(chosen.id));
  state.chosen = chosen;
  state.lit = lit(chosen);
  const inside = panel.contains(document.activeElement);
  render();
  if (inside) panel.focus({ preventScroll: true }); // what had the focus is gone
  if (chosen?.type === "n" && outOfSight(chosen.id)) focusOn(chosen.id);
  network.redraw();
  live.textContent = chosen ? `Details of ${panel.querySelector("h2, .ends")?.textContent ?? ""}` : "Nothing chosen";
}

function outOfSight(id) {
  const { x, y } = screen(network.body.nodes[id]);
  return x < 0 || y < 0 || x > frame.clientWidth || y > frame.clientHeight - covered();
}

function reveal(node) {
  if (!state.hiddenKinds.delete(node.kind)) return;
  legend();
  hideAndShow();
}

// How much of the map the details lie over: on a phone they come up from below.
function covered() {
  const [area, sheet] = [frame.getBoundingClientRect(), panel.getBoundingClientRect()];
  return sheet.left < area.right && sheet.height ? Math.max(0, area.bottom - sheet.top) : 0;
}

// Move the map so that these nodes, with room for their names, fill what is seen of it.
function frameOn(ids, { max, min = 0, duration = 0 }) {
  const points = Object.values(network.getPositions(ids));
  if (!points.length) return;
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [wide, high] = [frame.clientWidth, frame.clientHeight - covered()];
  const scale = Math.min((wide - Math.min(190, wide * 0.24)) / (right - left || 1), (high - 110) / (bottom - top || 1));
  network.moveTo({
    position: { x: (left + right) / 2, y: (top + bottom) / 2 }, offset: { x: 0, y: -covered() / 2 - 12 },
    scale: Math.max(min, Math.min(max, Math.max(scale, 0.05))), animation: duration && !calm.matches ? { duration } : false,
  });
}

// Show a node among its neighbours.
function focusOn(id) {
  const near = [...lit({ type: "n", id })].filter((each) => NODES.has(each) && !hidden(NODES.get(each)));
  const spread = near.length > 60 ? [id] : near;
  frameOn(spread, { min: 0.5, max: 1.3, duration: 450 });
}
addEventListener("hashchange", () => choose(chosenByAddress())); // a link, or "back"

// ---- legend

function toggle(set, member) {
  if (!set.delete(member)) set.add(member);
  legend();
  hideAndShow();
}

function legendRow(list, entries, set, sign) {
  list.replaceChildren(...entries.map(([id, label, count, says]) => el("li", {}, el("button", {
    type: "button", title: says, "aria-pressed": String(!set.has(id)), "data-id": id, onclick: () => { toggle(set, id); list.querySelector(`[data-id="${id}"]`).focus(); },
  }, sign(id), `${label} `, el("span", { class: "count" }, number(count))))));
}

function legend() {
  const count = (all, key) => all.reduce((sums, each) => sums.set(each[key], (sums.get(each[key]) ?? 0) + 1), new Map());
  const [kinds, modalities] = [count(DATA.nodes, "kind"), count(DATA.edges, "modality")];
  legendRow(byId("kinds"), Object.entries(DATA.kinds).map(([id, kind]) => [id, spaced(kind.label), kinds.get(id), kind.says]), state.hiddenKinds, swatch);
  legendRow(byId("modalities"), Object.keys(DATA.modalities).filter((id) => modalities.has(id)).map((id) => [id, spaced(id), modalities.get(id), MEANINGS[id]]), state.hiddenModalities, stroke);
}

// ---- search

const input = byId("search");
const results = byId("results");
const INDEX = RANKED.map((node) => ({ node, names: [node.name, ...node.aliases].map((name) => [name, fold(name)]) }));
let found = [];
let at = 0;

function match(text) {
  const wanted = fold(text);
  if (!wanted) return [];
  const hits = [];
  for (const { node, names } of INDEX) {
    const ranked = names.map(([name, folded]) => [folded === wanted ? 0 : folded.startsWith(wanted) ? 1 : ` ${folded}`.includes(` ${wanted}`) ? 2 : wanted.split(" ").every((word) => ` ${folded}`.includes(` ${word}`)) ? 3 : folded.includes(wanted) ? 4 : 9, name]);
    const [rank, name] = ranked.reduce((best, each) => (each[0] < best[0] ? each : best));
    if (rank < 9) hits.push({ node, name, rank });
  }
  return hits.sort((a, b) => a.rank - b.rank).slice(0, 12);
}

function showResults() {
  const asked = fold(input.value) !== "";
  results.hidden = !asked;
  input.setAttribute("aria-expanded", String(asked));
  results.replaceChildren(...(found.length || !asked ? found : [null]).map((hit, row) => (hit === null
    ? el("li", { class: "none" }, "No name on this map matches")
    : el("li", { role: "option", id: `result-${row}`, "aria-selected": String(row === at), onclick: () => pick(row) },
      swatch(hit.node.kind), el("span", {}, said(hit.node.name), hit.name === hit.node.name ? null : el("small", {}, " also ", said(hit.name)))))));
  if (found.length) input.setAttribute("aria-activedescendant", `result-${at}`);
  else input.removeAttribute("aria-activedescendant");
}

function pick(row) {
  const hit = found[row];
  closeResults();
  if (hit) go("n", hit.node.id, true);
}

function closeResults() {
  input.value = "";
  found = [];
  showResults();
}
input.addEventListener("input", () => { found = match(input.value); at = 0; showResults(); });
input.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    at = Math.max(0, Math.min(found.length - 1, at + (event.key === "ArrowDown" ? 1 : -1)));
    showResults();
    byId(`result-${at}`)?.scrollIntoView({ block: "nearest" });
    event.preventDefault();
  } else if (event.key === "Enter") pick(at);
  else if (event.key === "Escape" && input.value) { closeResults(); event.stopPropagation(); }
});
results.addEventListener("mousedown", (event) => event.preventDefault());
input.addEventListener("blur", () => { results.hidden = true; input.setAttribute("aria-expanded", "false"); });
input.addEventListener("focus", showResults);
addEventListener("keydown", (event) => {
  if (event.key === "/" && document.activeElement !== input) { input.focus(); event.preventDefault(); }
  if (event.key === "Escape" && state.chosen) go();
});

// ---- the map's own controls

const zoom = (by) => network.moveTo({ scale: Math.min(4, Math.max(0.05, network.getScale() * by)), animation: calm.matches ? false : { duration: 200 } });
const whole = (duration) => frameOn(DATA.nodes.filter((node) => !hidden(node)).map((node) => node.id), { max: 1.4, duration });
byId("nearer").addEventListener("click", () => zoom(1.4));
byId("farther").addEventListener("click", () => zoom(1 / 1.4));
byId("whole").addEventListener("click", () => whole(300));

network.on("click", ({ pointer }) => { const hit = under(pointer.DOM); if (hit) go(hit.type, hit.id); else if (state.chosen) go(); });
network.on("doubleClick", ({ pointer }) => { const hit = under(pointer.DOM); if (hit?.type === "n") focusOn(hit.id); });
frame.addEventListener("mousemove", (event) => {
  const { left, top } = frame.getBoundingClientRect();
  const hit = event.buttons ? null : under({ x: event.clientX - left, y: event.clientY - top });
  frame.style.cursor = hit ? "pointer" : "";
  if ((hit?.id ?? null) !== state.hovered) { state.hovered = hit?.id ?? null; network.redraw(); }
});

// ---- open

const documents = Object.keys(DATA.documents).length;
byId("counts").textContent = [counted(DATA.nodes.length, "entity", "entities"), counted(DATA.edges.length, "relation"), counted(documents, "document")].join(" · ");
byId("note").textContent = `As reported by the ${documents === 1 ? "document" : "documents"}; allegations are marked.`;
document.title = plain(DATA.title);
legend();
const inFocus = DATA.nodes.filter((node) => node.focus);
whole(0);
choose(chosenByAddress() ?? (inFocus.length === 1 ? { type: "n", id: inFocus[0].id } : null));
