/*
 * The tracks of the journey below each other: of each its states, in columns by how many moves they are away, and the clocks that
 * move between them.
 */
marrow.draws.journey = function ({rows, settings, width}) {
  const tracks = d3.groups(rows, (row) => row.track).map(([name, moves]) => marrow.track(name, settings.tracks[name], moves, width));
  const height = d3.sum(tracks, (track) => track.height);
  const svg = marrow.svg("svg", {width, height, viewBox: `0 0 ${width} ${height}`, "font-size": 12, fill: "currentColor"});
  let top = 0;
  for (const track of tracks) {
    track.group.setAttribute("transform", `translate(0, ${top})`);
    svg.append(track.group);
    top += track.height;
  }
  return {svg, legend: []};
};

marrow.track = function (name, {states, start}, rows, width) {
  const layout = marrow.layers(states, start, rows, width);
  const title = marrow.svg("text", {y: 16, "font-weight": 600, "font-size": 12.5});
  title.textContent = name;
  const drawing = marrow.svg("g", {transform: "translate(0, 22)"});
  d3.groups(rows, (row) => row.from, (row) => row.to).forEach(([, to]) => to.forEach(([, moves]) => drawing.append(marrow.arrow(moves, layout))));
  const left = new Set(rows.flatMap((row) => (row.from === "any other" ? states.filter((state) => state !== row.to) : [row.from])));
  layout.boxes.forEach((box, state) => drawing.append(marrow.stateBox(state, box, state === start, !left.has(state) && state !== "any other")));
  return {group: marrow.svg("g", {class: "track"}, title, drawing), height: layout.height + 34};
};

marrow.svg = function (name, attributes = {}, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
  node.append(...children);
  return node;
};

/* Columns by the fewest moves from the start; within a column in the order declared. */
marrow.layers = function (states, start, rows, width) {
  const all = rows.some((row) => row.from === "any other") ? ["any other", ...states] : states;
  const depth = new Map();
  const entered = new Set(rows.map((row) => row.to));
  let layer = all.filter((state) => state === start || state === "any other" || (start == null && !entered.has(state)));
  if (layer.length === 0) layer = [all[0]];
  for (let k = 0; layer.length; k++) {
    layer.forEach((state) => depth.set(state, k));
    layer = [...new Set(rows.filter((row) => layer.includes(row.from)).map((row) => row.to))].filter((state) => !depth.has(state));
  }
  all.forEach((state) => depth.has(state) || depth.set(state, 0));
  const columns = d3.groups(all, (state) => depth.get(state)).sort((a, b) => a[0] - b[0]).map(([, names]) => names);
  const boxWidth = Math.min(140, (width / columns.length) * 0.52);
  const across = columns.length > 1 ? (width - boxWidth - 2) / (columns.length - 1) : 0;
  const tallest = Math.max(...columns.map((names) => names.length));
  const height = Math.max(58, tallest * 62);
  const boxes = new Map();
  columns.forEach((names, column) =>
    names.forEach((state, k) =>
      boxes.set(state, {x: 1 + column * across, y: ((k + 0.5) * height) / names.length - 14, width: boxWidth, height: 28, column})));
  return {boxes, height};
};

marrow.stateBox = function (state, {x, y, width, height}, isStart, isEnd) {
  const group = marrow.svg("g", {class: "state"});
  const plain = state === "any other";
  const box = {x, y, width, height, rx: 6, fill: isStart ? "var(--start)" : plain ? "none" : "var(--page)", stroke: plain ? "none" : "currentColor"};
  group.append(marrow.svg("rect", box));
  if (isEnd) group.append(marrow.svg("rect", {x: x + 3, y: y + 3, width: width - 6, height: height - 6, rx: 4, fill: "none", stroke: "currentColor"}));
  const text = marrow.svg("text", {x: x + width / 2, y: y + height / 2, dy: "0.35em", "text-anchor": "middle", "font-size": width < 90 ? 10 : 12});
  text.textContent = marrow.short(state, Math.floor(width / (width < 90 ? 5.6 : 6.8)));
  group.append(text, marrow.titleOf(state));
  return group;
};

/* What is seen where the pointer rests. */
marrow.titleOf = function (text) {
  const title = marrow.svg("title");
  title.textContent = text;
  return title;
};

/* An arrow for all moves between two states, with the names of the clocks on it. */
marrow.arrow = function (moves, {boxes}) {
  const from = boxes.get(moves[0].from);
  const to = boxes.get(moves[0].to);
  const group = marrow.svg("g", {class: "move", color: "var(--muted)"});
  const forward = to.column > from.column;
  const x1 = forward ? from.x + from.width : from.x + from.width / 2;
  const y1 = from.y + (forward ? from.height / 2 : from.y < to.y ? from.height : 0);
  const x2 = forward ? to.x : to.x + to.width / (to.column === from.column ? 2 : 1.2);
  const y2 = to.y + (forward ? to.height / 2 : from.y < to.y ? 0 : to.height);
  const bend = forward ? (x2 - x1) / 2 : 0;
  const curve = forward ? `C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2 - 5},${y2}` : `L${x2},${y2}`;
  group.append(
    marrow.svg("path", {d: `M${x1},${y1}${curve}`, fill: "none", stroke: "currentColor", "stroke-width": 1.2}),
    marrow.svg("path", {d: forward ? `M${x2},${y2}l-7,-3.5v7z` : `M${x2},${y2}l-3.5,${y1 < y2 ? -7 : 7}h7z`, fill: "currentColor"}),
    marrow.titleOf(moves.map((move) => `${move.clock}: ${move.time}${move.chances ? "; " + move.chances : ""}`).join("\n")),
  );
  const room = Math.max(8, Math.floor((forward ? x2 - x1 : 160) / 5.6));
  const names = moves.map((move) => marrow.short(move.clock, room));
  const shown = names.length > 3 ? [...names.slice(0, 2), `and ${names.length - 2} more`] : names;
  shown.forEach((name, k) => {
    const text = marrow.svg("text", {x: forward ? (x1 + x2) / 2 : (x1 + x2) / 2 + 5, y: (y1 + y2) / 2 - 4 - 11 * (shown.length - 1 - k), "text-anchor": forward ? "middle" : "start", "font-size": 10, fill: "var(--muted)", stroke: "var(--page)", "stroke-width": 3, "paint-order": "stroke"});
    text.textContent = name;
    group.append(text);
  });
  return group;
};
