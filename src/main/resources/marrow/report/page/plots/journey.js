/*
 * The tracks of the journey: of each its states, in columns by how many moves they are away, and the clocks that move between
 * them. Tracks stand side by side where there is room.
 */
marrow.draws.journey = function ({rows, settings, width}) {
  const tracks = d3.groups(rows, (row) => row.track).map(([name, moves]) => marrow.track(name, settings.tracks[name], moves, width));
  const svg = marrow.svg("svg", {width, "font-size": 12, fill: "currentColor"});
  let [left, top, tallest] = [0, 0, 0];
  for (const track of tracks) {
    if (left > 0 && left + track.width > width) [left, top, tallest] = [0, top + tallest, 0];
    track.group.setAttribute("transform", `translate(${left}, ${top})`);
    svg.append(track.group);
    tallest = Math.max(tallest, track.height);
    left += track.width + 32;
  }
  svg.setAttribute("height", top + tallest);
  svg.setAttribute("viewBox", `0 0 ${width} ${top + tallest}`);
  return {svg, legend: []};
};

marrow.svg = function (name, attributes = {}, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
  node.append(...children);
  return node;
};

/* A text of a drawing. */
marrow.label = function (text, attributes) {
  const node = marrow.svg("text", attributes);
  node.textContent = text;
  return node;
};

marrow.track = function (name, {states, start}, rows, width) {
  const layout = marrow.trackLayout(states, start, rows, width);
  const drawing = marrow.svg("g", {transform: "translate(0, 24)"});
  const arrows = d3.groups(rows, (row) => row.from, (row) => row.to).flatMap(([, to]) => to.map(([, moves]) => moves));
  arrows.forEach((moves) => drawing.append(marrow.arrow(moves, layout)));
  const left = new Set(rows.flatMap((row) => (row.from === "any other" ? states.filter((state) => state !== row.to) : [row.from])));
  layout.boxes.forEach((box, state) => drawing.append(marrow.stateBox(state, box, state === start, !left.has(state) && state !== "any other")));
  const title = marrow.label(name, {y: 14, "font-weight": 600, "font-size": 12.5});
  return {group: marrow.svg("g", {class: "track"}, title, drawing), width: layout.width, height: layout.height + 44};
};

/* Columns by the fewest moves from the start; within a column in the order declared. Room below for the ways back. */
marrow.trackLayout = function (states, start, rows, width) {
  const all = rows.some((row) => row.from === "any other") ? ["any other", ...states] : states;
  const depth = marrow.movesAway(all, start, rows);
  const columns = d3.groups(all, (state) => depth.get(state)).sort((a, b) => a[0] - b[0]).map(([, names]) => names);
  const narrow = width < 780;
  const boxWidth = Math.min(narrow ? 105 : 130, (width / columns.length) * 0.5);
  const across = columns.length > 1 ? Math.min(boxWidth + (narrow ? 112 : 165), (width - boxWidth - 2) / (columns.length - 1)) : 0;
  const height = d3.max(columns, (names) => names.length) * 54;
  const boxes = new Map();
  columns.forEach((names, column) =>
    names.forEach((state, k) =>
      boxes.set(state, {x: 1 + column * across, y: ((k + 0.5) * height) / names.length - 14, width: boxWidth, height: 28, column, last: column === columns.length - 1})));
  const back = d3.groups(rows.filter((row) => boxes.get(row.to).column < boxes.get(row.from).column), (row) => row.from + "\n" + row.to).map(([way]) => way);
  return {boxes, back, bottom: height, width: 2 + boxWidth + across * (columns.length - 1), height: height + 30 * back.length};
};

marrow.movesAway = function (states, start, rows) {
  const depth = new Map();
  const entered = new Set(rows.map((row) => row.to));
  let layer = states.filter((state) => state === start || state === "any other" || (start == null && !entered.has(state)));
  if (layer.length === 0) layer = [states[0]];
  for (let k = 0; layer.length; k++) {
    layer.forEach((state) => depth.set(state, k));
    layer = [...new Set(rows.filter((row) => layer.includes(row.from)).map((row) => row.to))].filter((state) => !depth.has(state));
  }
  states.forEach((state) => depth.has(state) || depth.set(state, 0));
  return depth;
};

marrow.stateBox = function (state, {x, y, width, height}, isStart, isEnd) {
  const plain = state === "any other";
  const small = width < 90;
  const box = {x, y, width, height, rx: 6, fill: isStart ? "var(--start)" : plain ? "none" : "var(--page)", stroke: plain ? "none" : "currentColor"};
  const group = marrow.svg("g", {class: "state"}, marrow.svg("rect", box));
  if (isEnd) group.append(marrow.svg("rect", {x: x + 3, y: y + 3, width: width - 6, height: height - 6, rx: 4, fill: "none", stroke: "currentColor"}));
  const text = {x: x + width / 2, y: y + height / 2, dy: "0.35em", "text-anchor": "middle", "font-size": small ? 9.5 : 12};
  group.append(marrow.label(marrow.short(state, Math.floor(width / (small ? 5.4 : 6.8))), text), marrow.titleOf(state));
  return group;
};

/* What is seen where the pointer rests. */
marrow.titleOf = (text) => marrow.svg("title", {}, text);

/* An arrow for all moves between two states, with the names of the clocks on it. */
marrow.arrow = function (moves, layout) {
  const from = layout.boxes.get(moves[0].from);
  const to = layout.boxes.get(moves[0].to);
  const way = to.column > from.column ? marrow.wayOn(from, to) : to.column === from.column ? marrow.wayBeside(from, to) : marrow.wayBack(from, to, layout, moves[0]);
  const names = moves.map((move) => marrow.short(move.clock, way.room));
  const shown = names.length > way.lines ? [...names.slice(0, way.lines - 1), `and ${names.length - way.lines + 1} more`] : names;
  return marrow.svg(
    "g", {class: "move", color: "var(--muted)"},
    marrow.svg("path", {d: way.line, fill: "none", stroke: "currentColor", "stroke-width": 1.2}),
    marrow.svg("path", {d: way.head, fill: "currentColor"}),
    ...shown.map((name, k) => marrow.label(name, {
      x: way.x, y: way.y - 11 * (shown.length - 1 - k), "text-anchor": way.anchor, "font-size": 10,
      fill: "var(--muted)", stroke: "var(--page)", "stroke-width": 3, "paint-order": "stroke",
    })),
    marrow.titleOf(moves.map((move) => `${move.clock}: ${move.time}${move.chances ? "; " + move.chances : ""}`).join("\n")),
  );
};

marrow.wayOn = function (from, to) {
  const [x1, y1, x2, y2] = [from.x + from.width, from.y + 14, to.x, to.y + 14];
  const middle = (x1 + x2) / 2;
  return {
    line: `M${x1},${y1}C${middle},${y1} ${middle},${y2} ${x2 - 5},${y2}`, head: `M${x2},${y2}l-7,-3.5v7z`,
    x: x1 + 0.54 * (x2 - x1), y: y1 + 0.6 * (y2 - y1) - 4, anchor: "middle", lines: 3, room: Math.max(8, Math.floor((x2 - x1) / 5.8)),
  };
};

marrow.wayBeside = function (from, to) {
  const down = from.y < to.y;
  const x = from.x + from.width / 2;
  const [y1, y2] = down ? [from.y + 28, to.y] : [from.y, to.y + 28];
  return {
    line: `M${x},${y1}V${y2}`, head: `M${x},${y2}l-3.5,${down ? -7 : 7}h7z`,
    x: x + (from.last ? -5 : 5), y: (y1 + y2) / 2 + 3, anchor: from.last ? "end" : "start", lines: 1, room: 24,
  };
};

marrow.wayBack = function (from, to, {back, bottom}, move) {
  const level = bottom + 14 + 30 * back.indexOf(move.from + "\n" + move.to);
  const shift = 6 * back.indexOf(move.from + "\n" + move.to);
  const [x1, x2] = [from.x + from.width / 2 + shift, to.x + to.width / 2 + shift];
  const y2 = to.y + 28;
  return {
    line: `M${x1},${from.y + 28}V${level - 8}q0,8 -8,8H${x2 + 8}q-8,0 -8,-8V${y2 + 5}`, head: `M${x2},${y2}l-3.5,7h7z`,
    x: (x1 + x2) / 2, y: level - 3, anchor: "middle", lines: 2, room: Math.max(10, Math.floor((x1 - x2) / 5.4)),
  };
};
