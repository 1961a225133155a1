// A picture of what is seen, with its title, legend and caution, for print and screen.
const MARGIN = 24;

// Set the entries of the legend in rows as wide as the picture.
function legendRows(pen, wide) {
  const kinds = Object.entries(DATA.kinds).filter(([id]) => !state.hiddenKinds.has(id)).map(([id, kind]) => ({ text: spaced(kind.label), sign: 16, kind, id }));
  const modalities = Object.keys(DATA.modalities).filter((id) => DATA.edges.some((edge) => edge.modality === id) && !state.hiddenModalities.has(id)).map((id) => ({ text: spaced(id), sign: 38, id }));
  const rows = [];
  for (const entries of [kinds, modalities]) {
    let x = Infinity;
    for (const entry of entries) {
      const needed = entry.sign + pen.measureText(entry.text).width;
      if (x + needed > wide - MARGIN) {
        rows.push([]);
        x = MARGIN;
      }
      rows.at(-1).push({ ...entry, x });
      x += needed + 16;
    }
  }
  return rows;
}

function drawEntry(pen, { text, sign, kind, id, x }, y) {
  if (kind) {
    pen.save();
    pen.translate(x, y - 6);
    pen.scale(0.75, 0.75);
    pen.fillStyle = kind.colour;
    pen.fill(new Path2D(OUTLINES[kind.shape]));
    pen.restore();
  } else {
    pen.strokeStyle = INK[id];
    pen.lineWidth = 1.6;
    pen.setLineDash(DATA.modalities[id].dashes || []);
    pen.stroke(new Path2D(`M${x} ${y}h32`));
    pen.setLineDash([]);
    if (id === "denied") pen.stroke(new Path2D(`M${x + 16} ${y - 4}v8`));
  }
  pen.fillStyle = INK.ink;
  pen.fillText(text, x + sign, y);
}

function picture() {
  const map = frame.querySelector("canvas");
  const { clientWidth: wide, clientHeight: high } = frame;
  const ratio = map.width / wide;
  const sheet = document.createElement("canvas");
  const pen = sheet.getContext("2d");
  pen.font = `12px ${FONT}`;
  const rows = legendRows(pen, wide);
  const [top, bottom] = [64, 22 * rows.length + 52];
  [sheet.width, sheet.height] = [map.width, map.height + (top + bottom) * ratio];
  pen.fillStyle = INK.paper;
  pen.fillRect(0, 0, sheet.width, sheet.height);
  pen.drawImage(map, 0, top * ratio);
  pen.scale(ratio, ratio);
  pen.textBaseline = "middle";
  pen.fillStyle = INK.ink;
  pen.font = `600 24px ${css("serif")}`;
  pen.fillText(plain(DATA.title), MARGIN, 34, wide - 2 * MARGIN);
  pen.font = `12px ${FONT}`;
  rows.forEach((row, at) => row.forEach((entry) => drawEntry(pen, entry, top + high + 16 + 22 * at)));
  pen.fillStyle = INK.soft;
  pen.font = `italic 13.5px ${css("serif")}`;
  pen.fillText(`${byId("note").textContent} ${byId("counts").textContent}.`, MARGIN, top + high + bottom - 24, wide - 2 * MARGIN);
  return sheet.toDataURL("image/png");
}

byId("picture").addEventListener("click", () => {
  const name = fold(DATA.title).replaceAll(" ", "-").slice(0, 60) || "map";
  el("a", { href: picture(), download: `${name}.png` }).click();
});
