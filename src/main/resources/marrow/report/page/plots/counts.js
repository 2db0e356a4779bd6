/* Counts by name, as bars. */
marrow.draws.counts = function ({rows, settings, width}) {
  const {what, count} = settings;
  const svg = Plot.plot({
    width,
    height: 30 + 26 * rows.length,
    marginLeft: 96, marginRight: 40, marginTop: 4, marginBottom: 8,
    x: {axis: null},
    y: {domain: rows.map((row) => row[what]), label: null, tickSize: 0},
    marks: [
      Plot.barX(rows, {x: count, y: what, fill: "var(--c1)", fillOpacity: 0.75, insetTop: 3, insetBottom: 3, className: "values"}),
      Plot.text(rows, {x: count, y: what, text: (row) => String(row[count]), textAnchor: "start", dx: 6}),
    ],
  });
  return {svg, legend: []};
};
