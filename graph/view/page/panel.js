// The details panel: what the documents say of what is chosen, each word with its place.
const panel = byId("panel");
const FIRST = 40; // relations shown at once

const address = (type, id) => `#${type}=${encodeURIComponent(id)}`;
const nodeLink = (id) => el("a", { class: "link", href: address("n", id) }, said(NODES.get(id).name));
const kindTag = (kind) => el("span", { class: "kind" }, swatch(kind), spaced(DATA.kinds[kind].label));
const badge = (modality) => (modality === "asserted" ? null : el("span", { class: `badge ${modality}` }, modality));

function docLink(id) {
  const known = DATA.documents[id];
  if (!known) return said(id);
  return el("a", { class: "doc", title: plain(known.title), href: address("d", id) }, said(id));
}

function place([document_, paragraph, marking]) {
  return [docLink(document_), paragraph && ` ¶${plain(paragraph)}`, marking && el("span", { class: "marking" }, ` (${plain(marking)})`)];
}
// "R1 ¶2 (C), ¶5 (C); R2 ¶1 (SBU)": a document's id once, in whatever order its places come.
function places(all) {
  const of = new Map();
  for (const [document_, ...spot] of all) of.set(document_, [...(of.get(document_) ?? []), spot]);
  return [...of].flatMap(([document_, spots], at) => [at ? "; " : "", docLink(document_), spots.flatMap(([paragraph, marking], nth) => [
    nth && paragraph ? "," : "", paragraph && ` ¶${plain(paragraph)}`, marking && paragraph && el("span", { class: "marking" }, ` (${plain(marking)})`)])].flat());
}

function value({ key, value: given }) {
  if (typeof given === "boolean") return given ? "yes" : "no";
  if (typeof given === "number" && key !== "year") return given.toLocaleString("en", { maximumFractionDigits: 6 });
  return said(given);
}

function speaker(id) {
  if (!id) return null;
  if (NODES.has(id)) return [" · according to ", nodeLink(id)];
  return [" · according to ", said(DATA.speakers[id] ?? "a source")];
}

function quote(evidence) {
  return el("figure", {},
    el("blockquote", {}, said(`“${plain(evidence.quote)}”`)),
    el("figcaption", { class: "cite" }, place([evidence.document, evidence.paragraph, evidence.marking]), speaker(evidence.by)));
}

function facts(edge) {
  const listed = edge.properties.flatMap((each) => [" · ", `${spaced(each.key)}: `, value(each)]).slice(1);
  return listed.length ? el("p", { class: "facts" }, listed) : null;
}

// "Ana is linked to Beto", the one that the panel is about in bold and the other as a link.
function relation(edge, about) {
  const end = (id) => (id === about ? el("b", {}, said(NODES.get(id).name)) : nodeLink(id));
  return el("article", { class: "relation" },
    el("p", { class: "sentence" }, end(edge.from), ` ${edge.words} `, end(edge.to), badge(edge.modality)),
    facts(edge), edge.evidence.map(quote));
}

function relations(edges, about) {
  const list = el("div", {});
  const show = (from) => {
    list.append(...edges.slice(from, from + FIRST).map((edge) => relation(edge, about)));
    const left = edges.length - from - FIRST;
    if (left > 0) {
      const more = el("button", { type: "button", class: "more", onclick: () => { more.remove(); show(from + FIRST); } }, `Show ${number(Math.min(left, FIRST))} more of ${number(left)}`);
      list.append(more);
    }
  };
  show(0);
  return list;
}

const heading = (text, count) => el("h3", {}, text, count === undefined ? null : el("span", { class: "count" }, ` ${number(count)}`));
const bar = (...left) => el("div", { class: "bar" }, el("span", {}, left), el("button", { type: "button", class: "close", "aria-label": "Close these details", title: "Close (Esc)", onclick: () => go() }, "×"));

function aboutNode(id) {
  const node = NODES.get(id);
  const edges = [...INCIDENT.get(id)].sort((a, b) => b.evidence.length - a.evidence.length || (a.words < b.words ? -1 : 1));
  const source = node.kind === "source";
  const properties = node.properties.filter(({ key }) => key !== "named");
  const unnamed = node.properties.some(({ key, value: given }) => key === "named" && given === false);
  return [
    bar(kindTag(node.kind)), el("h2", {}, said(node.name)),
    source ? el("p", { class: "lead" }, "Redacted or unnamed in the document. Never taken for the same as a source of another document.") : null,
    node.aliases.length ? el("p", { class: "also" }, "Also named ", node.aliases.flatMap((alias, at) => [at ? ", " : "", said(alias)])) : null,
    unnamed ? el("p", { class: "lead" }, "The document gives it no name; this title was made from what it says.") : null,
    properties.length ? el("dl", {}, properties.flatMap((each) => [
      el("dt", {}, spaced(plain(each.key))), el("dd", {}, value(each), each.places.length ? el("small", {}, " ", places(each.places.slice(0, 3))) : null)])) : null,
    heading("Relations", edges.length), edges.length ? relations(edges, id) : el("p", { class: "facts" }, "None on this map."),
    heading("Named in"), el("p", { class: "facts" }, places(node.places)),
    node.reasons.length ? [heading("Why these mentions are one"), el("ul", { class: "facts" }, node.reasons.map((reason) => el("li", {}, said(reason))))] : null,
  ];
}

function aboutEdge(id) {
  const edge = EDGES.get(id);
  return [
    bar(el("span", { class: "kind" }, stroke(edge.modality), spaced(edge.modality))),
    el("p", { class: "ends", role: "heading", "aria-level": "2" }, nodeLink(edge.from), " ", el("span", { class: "verb" }, edge.words), " ", nodeLink(edge.to)),
    facts(edge),
    el("p", { class: "lead" }, MEANINGS[edge.modality]),
    heading("Quotes", edge.evidence.length), el("div", {}, edge.evidence.map(quote)),
    el("p", { class: "facts lead" }, `Confidence of the reading: ${Number(edge.confidence).toFixed(2)}`),
  ];
}

function aboutDocument(id) {
  const known = DATA.documents[id];
  const edges = DATA.edges.filter((edge) => edge.evidence.some((each) => each.document === id));
  const rows = { Document: id, Date: known.date, Origin: known.origin, Classification: known.classification, File: known.source };
  return [
    bar(el("span", { class: "kind" }, spaced(plain(known.kind)))), el("h2", {}, said(known.title || id)),
    el("dl", {}, Object.entries(rows).filter(([, text]) => text).flatMap(([key, text]) => [el("dt", {}, key), el("dd", {}, said(text))])),
    heading("Relations that it states", edges.length), relations(edges.map((edge) => ({ ...edge, evidence: edge.evidence.filter((each) => each.document === id) })), null),
  ];
}

const MEANINGS = {
  asserted: "Stated as fact by the document.",
  alleged: "An allegation: the document reports it as said, claimed or suspected.",
  attempted: "Tried: the document does not say that it succeeded.",
  planned: "Still to come when the document was written.",
  denied: "Denied: the document says, or quotes someone as saying, that it is not so.",
};

function home() {
  const busiest = RANKED.filter((node) => node.degree > 0).slice(0, 12);
  const documents = Object.entries(DATA.documents);
  return [
    el("h2", {}, "How to read this map"),
    el("p", { class: "lead" }, "Each line is something that a document says of two actors. Choose a name or a line to read the quote behind it, with its document and paragraph."),
    el("p", { class: "lead" }, "Larger nodes have more relations. Dashed and dotted lines are not established: the legend tells how the documents put it."),
    heading("Most connected"),
    el("ol", { class: "list" }, busiest.map((node) => el("li", {}, el("button", { type: "button", onclick: () => go("n", node.id, true) },
      swatch(node.kind), said(node.name), " ", el("span", { class: "count" }, number(node.degree)))))),
    heading("Documents", documents.length),
    el("ul", { class: "list" }, documents.slice(0, 200).map(([id, each]) => el("li", {}, el("button", { type: "button", onclick: () => go("d", id) },
      "", el("span", {}, said(each.title || id), el("small", {}, [each.title && id, each.origin, each.date].filter(Boolean).map(plain).join(" · "))))))),
  ];
}

function render() {
  const about = { n: aboutNode, e: aboutEdge, d: aboutDocument }[state.chosen?.type] ?? home;
  panel.replaceChildren(...about(state.chosen?.id).flat(2).filter(Boolean));
  panel.classList.toggle("home", !state.chosen);
  panel.scrollTop = 0;
}
