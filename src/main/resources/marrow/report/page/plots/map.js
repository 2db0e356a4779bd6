/*
 * Points of two things that are crossed as cells of a map, with the line on which a number is at its level; a map for each value of a third thing. Settings: axes {column, name, values}, the
 * first of them upwards, the second to the right; reference, its values by column; of, "difference" for numbers around 0.
 */
marrow.draws.map = function ({rows: unordered, settings, width}) {
  const [up, right, third] = settings.axes;
  const at = (axis, row) => axis.values.indexOf(row[axis.column]);
  const rows = third ? d3.sort(unordered, (row) => at(third, row)) : unordered;
  const panels = marrow.panels(rows, third?.column ?? "measure", width, right.values.length > 6 ? 340 : 215);
  const place = {fx: panels.fx, fy: panels.fy};
  const share = rows[0].scale === "share";
  const difference = settings.of === "difference";
  const said = marrow.saidNumber(share, difference);
  const names = Math.min(14, Math.max(...up.values.map((value) => value.length)));
  const marginLeft = 22 + 6.6 * names;
  const cell = ((width - marginLeft - 16) / panels.across) * (panels.across > 1 ? 0.92 : 1) / right.values.length;
  const high = Math.max(9, Math.min(28, 640 / up.values.length));
  const range = difference ? [0, d3.max(rows, (row) => Math.abs(row.value)) || 1] : d3.extent(rows, (row) => row.value);
  const strength = (value) => (range[1] > range[0] ? 0.06 + (0.66 * (Math.abs(value) - range[0])) / (range[1] - range[0]) : 0.3);
  const colour = (value) => (difference && value < 0 ? "var(--heat-below)" : "var(--heat)");
  const square = {x1: (row) => at(right, row), x2: (row) => at(right, row) + 1, y1: (row) => at(up, row), y2: (row) => at(up, row) + 1};
  const middle = {x: (row) => at(right, row) + 0.5, y: (row) => at(up, row) + 0.5};
  const line = marrow.levelLine(rows, up, right, panels);
  const level = marrow.unique(line.length ? rows : [], "level");
  const reference = marrow.referenceCells(settings, rows, up, right, third);
  const ticks = marrow.cellTicks(right.values, cell);
  const svg = Plot.plot({
    width,
    height: panels.down * (high * up.values.length + (panels.single ? 0 : 34)) + 46 + ticks.room + (panels.single ? 0 : 16),
    marginLeft, marginRight: 16, marginTop: panels.single ? 24 : 44, marginBottom: 30 + ticks.room,
    ...panels.facets,
    x: {domain: [0, right.values.length], ticks: ticks.shown, tickFormat: ticks.text, tickRotate: ticks.rotate, tickSize: 0, label: marrow.short(right.name, 50), labelAnchor: "right"},
    y: {domain: [0, up.values.length], ticks: d3.range(up.values.length).filter((k) => k % Math.ceil(12 / high) === 0).map((k) => k + 0.5), tickFormat: (y) => marrow.short(up.values[Math.floor(y)] ?? "", 14), tickSize: 0, label: marrow.short(up.name, 50)},
    opacity: {type: "identity"},
    marks: [
      panels.titles((value) => `${third.name} ${value}`),
      Plot.rect(rows, {...place, ...square, fill: (row) => colour(row.value), fillOpacity: (row) => strength(row.value), inset: 0.5, className: "cells"}),
      Plot.link(line, {fx: "fx", fy: "fy", x1: "x1", y1: "y1", x2: "x2", y2: "y2", stroke: "var(--page)", strokeWidth: 4.5, strokeLinecap: "round", strokeOpacity: 0.7}),
      Plot.link(line, {fx: "fx", fy: "fy", x1: "x1", y1: "y1", x2: "x2", y2: "y2", stroke: "var(--ink)", strokeWidth: 2, strokeLinecap: "round", className: "level"}),
      Plot.rect(reference, {...place, ...square, fill: "none", stroke: "var(--ink)", strokeWidth: 2, className: "reference"}),
      difference && cell > 24 ? Plot.text(reference, {...place, ...middle, text: () => "ref", fontSize: 11}) : null,
      marrow.cellTexts(rows, {...place, ...middle}, {share, difference, cell, high}),
      Plot.tip(rows, Plot.pointer({...place, ...middle, maxRadius: 60, title: (row) => [...settings.axes.map((axis) => marrow.saidValue(axis.name, row[axis.column])), said(row), ...(row.trials != null ? [`${row.trials} trials`] : [])].join("\n")})),
    ],
  });
  const unit = share ? (difference ? " points" : " %") : "";
  const end = (value) => marrow.number((share ? 100 : 1) * value, 3) + unit;
  const ramp = difference
    ? [{value: -1, label: "smaller, to " + end(-range[1]), colour: "var(--heat-below)", opacity: 0.72}, {value: 1, label: "larger, to " + end(range[1]), colour: "var(--heat)", opacity: 0.72}].filter(({value}) => rows.some((row) => row.value * value > 0))
    : [{label: end(range[0]), colour: "var(--heat)", opacity: 0.06}, {label: end(range[1]), colour: "var(--heat)", opacity: 0.72}];
  return {svg, legend: [...ramp, ...(line.length ? [{label: (level.length === 1 ? end(level[0]) : "at the level") + ", interpolated", colour: "var(--ink)", line: true}] : []), {label: "reference", sign: "▢"}]};
};

/* The number in each cell, as far as there is room. */
marrow.cellTexts = function (rows, where, {share, difference, cell, high}) {
  const shown = (row, digits) => (share ? (100 * row.value).toFixed(digits) : marrow.number(row.value, 3)).replace(/^-(0(\.0+)?)$/, "$1");
  const text = (row, digits) => (difference && row.value > 0 ? "+" : "") + shown(row, digits);
  const fits = (digits) => high >= 12 && Math.max(...rows.map((row) => text(row, digits).length)) * 6.4 + 4 <= cell;
  const digits = fits(1) ? 1 : 0;
  return fits(digits) ? Plot.text(rows, {...where, text: (row) => text(row, digits), fontSize: Math.min(11, high - 2), className: "texts"}) : null;
};

/* The words below the cells: turned, or left out, where they do not fit. */
marrow.cellTicks = function (values, cell) {
  const words = values.map((value) => marrow.short(value, 14));
  const longest = 6.6 * Math.max(...words.map((word) => word.length));
  const rotate = longest + 4 > cell ? -45 : 0;
  const every = rotate ? Math.max(1, Math.ceil(12 / cell)) : 1;
  return {
    rotate, room: rotate ? 0.72 * longest : 0,
    shown: values.map((_, k) => k + 0.5).filter((_, k) => k % every === 0),
    text: (x) => words[Math.floor(x)] ?? "",
  };
};

/* The cells of the reference: one on each map on which it is. */
marrow.referenceCells = function (settings, rows, up, right, third) {
  const {reference} = settings;
  const all = third ? marrow.unique(rows, third.column).filter((value) => value === reference[third.column]) : [null];
  const one = {measure: rows[0].measure, [up.column]: reference[up.column], [right.column]: reference[right.column]};
  return all.map((value) => (third ? {...one, [third.column]: value} : one));
};

/* On each map, the pieces of the line on which the value is the level of the cells. */
marrow.levelLine = function (rows, up, right, panels) {
  return d3.groups(rows, panels.fx, panels.fy).flatMap(([fx, downwards]) => downwards.flatMap(([fy, some]) => {
    const over = up.values.map(() => right.values.map(() => NaN));
    for (const row of some) {
      if (row.level != null && row.value != null) over[up.values.indexOf(row[up.column])][right.values.indexOf(row[right.column])] = row.value - row.level;
    }
    return marrow.zeroLine(over).map((piece) => ({fx, fy, ...piece}));
  }));
};

/*
 * Marching squares: the pieces of the line on which numbers on a grid are zero, straight between the middles of neighbouring cells; the middle of cell (i, j) lies
 * at (j + 0.5, i + 0.5). Where both ways are possible, the mean of the four says which.
 */
marrow.zeroLine = function (grid) {
  const pieces = [];
  for (let i = 0; i + 1 < grid.length; i++) {
    for (let j = 0; j + 1 < grid[i].length; j++) {
      const corners = [[j, i], [j + 1, i], [j + 1, i + 1], [j, i + 1]];
      const values = corners.map(([x, y]) => grid[y][x]);
      if (!values.every(Number.isFinite)) continue;
      const crossings = corners.flatMap(([x, y], k) => {
        const [toX, toY] = corners[(k + 1) % 4];
        const [from, to] = [values[k], values[(k + 1) % 4]];
        const part = from / (from - to);
        return from >= 0 === to >= 0 ? [] : [[x + part * (toX - x) + 0.5, y + part * (toY - y) + 0.5]];
      });
      const turned = crossings.length === 4 && d3.mean(values) >= 0 !== values[0] >= 0;
      const ordered = turned ? [crossings[3], ...crossings.slice(0, 3)] : crossings;
      for (let k = 0; k + 1 < ordered.length; k += 2) {
        const [[x1, y1], [x2, y2]] = [ordered[k], ordered[k + 1]];
        pieces.push({x1, y1, x2, y2});
      }
    }
  }
  return pieces;
};
