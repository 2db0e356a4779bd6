/*
 * Numbers against one that varies: a line with the 95 % band, or dots with bars where what varies is no number. A panel with a scale of its own for each value of
 * settings.panel, below each other. Settings: x, the column of what varies, with a label and ticks {at, text}; series, whose values have colours; scale "share" to be read in
 * percent, unless a column says it; levels, if not a column; marked, upright lines {at, text}; curve, if not straight; tell, columns for the tip; of, "difference" where 0 is in the middle.
 */
marrow.draws.lines = function ({rows, settings, width}) {
  const series = settings.series ? marrow.unique(rows, settings.series) : [null];
  const colours = new Map(marrow.colours(series));
  const panels = settings.panel ? marrow.unique(rows, settings.panel) : [null];
  const drawings = panels.map((panel, k) =>
    marrow.linesOf(panel == null ? rows : rows.filter((row) => row[settings.panel] === panel), {
      settings, width, series, colours, all: rows, first: k === 0, last: k === panels.length - 1,
      name: panel ?? settings.label ?? "", height: panels.length === 1 ? 320 : k === 0 ? 250 : 190,
    }));
  return {svg: drawings.reduce(marrow.below), legend: series.length > 1 ? marrow.legendOf(colours) : []};
};

marrow.linesOf = function (rows, {settings, width, series, colours, all, first, last, name, height}) {
  const narrow = width < 520;
  const share = (rows[0].scale ?? settings.scale) === "share";
  const difference = settings.of === "difference";
  const times = share ? 100 : 1;
  const said = marrow.saidNumber(share, difference);
  const axis = marrow.placesOf(settings, all, width);
  const of = (column) => (row) => (row[column] == null ? NaN : times * row[column]);
  const x = (row) => axis.place(row[settings.x]);
  const place = {x, z: (row) => row[settings.series]};
  const colour = (row) => colours.get(settings.series ? row[settings.series] : null);
  const label = marrow.short(settings.label && rows[0][settings.label] ? String(rows[0][settings.label]) : name, narrow ? 40 : 70);
  const levels = (settings.levels ?? marrow.unique(rows.filter((row) => row.level != null), "level")).map((level) => times * level);
  const spread = rows.filter((row) => row.lower != null && row.upper > row.lower);
  const aside = (k) => (axis.numbers ? 0 : (k - (series.length - 1) / 2) * 9);
  const each = (draw) => series.map((one, k) => draw(settings.series ? rows.filter((row) => row[settings.series] === one) : rows, aside(k)));
  const marked = settings.marked ?? [];
  return Plot.plot({
    width, height,
    marginLeft: 48, marginRight: levels.length ? 42 : 18, marginTop: 26, marginBottom: last ? (axis.rotated ? 74 : axis.lines > 1 ? 54 : 40) : 12,
    x: {...axis.scale, label: last ? axis.label : null, tickFormat: last ? axis.scale.tickFormat : () => ""},
    y: {label: label + (share ? (difference ? ", percentage points" : ", %") : ""), grid: true, ticks: 6, zero: (share || settings.scale == null) && !difference && d3.min(rows, (row) => row.value) < d3.max(rows, (row) => row.value) / 2, nice: true},
    marks: [
      difference ? Plot.ruleY([0], {stroke: "var(--muted)"}) : null,
      Plot.ruleY(levels, {stroke: "var(--muted)", strokeWidth: 1.2, className: "levels"}),
      Plot.text(levels, {y: (d) => d, text: (d) => marrow.number(d, 3) + (share ? " %" : ""), frameAnchor: "right", dx: 4, textAnchor: "start", fill: "var(--muted)", fontSize: 11}),
      Plot.ruleX(marked, {x: (d) => axis.place(d.at), stroke: "var(--muted)", strokeDasharray: "3 3", className: "marked"}),
      first ? marked.map((mark, k) => marrow.markText(mark, axis, marked.length > 1 ? k > 0 : !(axis.place(mark.at) > axis.middle))) : null,
      axis.numbers
        ? [
            Plot.areaY(spread, {...place, y1: of("lower"), y2: of("upper"), fill: colour, fillOpacity: 0.2, className: "band"}),
            Plot.lineY(rows, {...place, y: of("value"), stroke: colour, strokeWidth: 1.6, curve: settings.curve}),
          ]
        : each((some, dx) => Plot.ruleX(some, {x, y1: of("lower"), y2: of("upper"), stroke: colour, strokeWidth: 2, dx, className: "bars"})),
      each((some, dx) => Plot.dot(some, {x, y: of("value"), fill: colour, r: narrow ? 2.4 : 3.2, dx, className: "values"})),
      Plot.tip(rows, Plot.pointer({
        x, y: of("value"), maxRadius: 40,
        title: (row) => marrow.told(row, settings, said),
      })),
    ].flat(3),
  });
};

/* What an upright line stands for, beside its head. */
marrow.markText = (mark, axis, right) => Plot.text([mark], {
  x: (d) => axis.place(d.at), text: "text", frameAnchor: "top", dy: 4, dx: right ? 4 : -4, textAnchor: right ? "start" : "end", fontSize: 11, fill: "var(--muted)", stroke: "var(--page)", strokeWidth: 3,
});

/* What the tip says of a row. */
marrow.told = (row, settings, said) => [
  marrow.saidValue(settings.xLabel ?? settings.x, row[settings.x]) + (settings.series ? ", " + marrow.short(row[settings.series], 40) : ""),
  said(row),
  ...(settings.tell ?? []).filter((column) => row[column] != null && row[column] !== "").map((column) => marrow.saidValue(column, row[column])),
  ...(row.trials != null ? [`${row.trials} trials`] : []),
].join("\n");

/* A value with its name, as far as a tip has room. */
marrow.saidValue = (name, value) => `${marrow.short(name, 40)} ${marrow.short(String(marrow.cellText(value)), 40)}`;

/* A number with its error and interval, as they stand in a row. */
marrow.saidNumber = (share, difference) => (row) => {
  const times = share ? 100 : 1;
  const unit = share ? (difference ? " points" : " %") : "";
  const one = (value) => marrow.number(times * value) ;
  const sign = difference && row.value > 0 ? "+" : "";
  const error = row.mcse ? ` (${marrow.number(times * row.mcse, 2)})` : "";
  const interval = row.lower != null && row.upper > row.lower ? `\n95 % interval ${one(row.lower)} to ${one(row.upper)}${unit}` : "";
  return sign + (row.value == null ? "–" : one(row.value)) + error + unit + interval;
};

/* Where the values of what varies lie: numbers at their places, words one after the other. As many ticks as fit. */
marrow.placesOf = function (settings, rows, width) {
  const ticks = settings.ticks ?? null;
  const label = marrow.short(settings.xLabel ?? settings.x, 60);
  if (!ticks) return {numbers: true, middle: d3.mean(d3.extent(rows, (row) => row[settings.x])), place: (value) => value, label, lines: 1, scale: {ticks: width < 520 ? 5 : 10, labelAnchor: "right"}};
  const numbers = ticks.every((tick) => typeof tick.at === "number");
  const places = new Map(ticks.map((tick) => [tick.text, tick.at]));
  const zipped = typeof rows[0][settings.x] === "number";
  const room = (width - 70) / Math.max(1, ticks.length);
  const longest = Math.max(...ticks.map((tick) => Math.min(tick.text.length, 14))) * 6.6;
  const words = !zipped || room > longest; // else the number of the point alone
  const rotated = !zipped && !numbers && room < longest;
  const text = new Map(ticks.map((tick) => [tick.at, zipped ? tick.at + (words ? "\n" + marrow.short(tick.text, 14) : "") : marrow.short(tick.text, 14)]));
  const every = rotated ? 1 : Math.max(1, Math.ceil((words ? longest + 6 : 20) / room));
  const shown = ticks.filter((_, k) => k % every === 0).map((tick) => tick.at);
  const format = (at) => text.get(at) ?? "";
  return {
    numbers, rotated, label, lines: zipped && words ? 2 : 1,
    middle: numbers ? d3.mean(d3.extent(ticks, (tick) => tick.at)) : NaN,
    place: (value) => (typeof value === "number" ? value : places.get(value)),
    scale: numbers
      ? {ticks: shown, tickFormat: format, labelAnchor: "right", inset: 8}
      : {type: "point", domain: ticks.map((tick) => tick.at), tickFormat: format, tickRotate: rotated ? -40 : 0, labelAnchor: "right"},
  };
};

/* One drawing of two, the second below the first. */
marrow.below = function (upper, lower) {
  const height = (svg) => Number(svg.getAttribute("height"));
  const width = Number(upper.getAttribute("width"));
  const whole = document.createElementNS(upper.namespaceURI, "svg");
  const all = height(upper) + height(lower);
  Object.entries({width, height: all, viewBox: `0 0 ${width} ${all}`, class: upper.getAttribute("class"), fill: "currentColor"}).forEach(([name, value]) => whole.setAttribute(name, value));
  lower.setAttribute("y", height(upper));
  whole.append(upper, lower);
  return whole;
};
