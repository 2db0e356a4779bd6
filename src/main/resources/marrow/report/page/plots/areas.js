/* Shares of patients over time, stacked to the whole: a panel for each of the rows' groups. */
marrow.stack = function ({rows, width, group, what, since, colours, lines = []}) {
  const panels = marrow.panels(rows, group, width);
  const time = marrow.timeAxis(rows, "day", since, panels.across > 2 || width < 520 ? 5 : 8);
  const place = {fx: panels.fx, fy: panels.fy};
  const order = [...colours.keys()];
  const x = (row) => time.of(row.day);
  const end = d3.max(rows, (row) => row.day);
  const ends = d3.groups(lines, (row) => row.endpoint + row[group]).map(([, line]) => line.at(-1));
  const svg = Plot.plot({
    width,
    height: panels.down * 250 + 70,
    marginLeft: 44, marginTop: panels.single ? 24 : 42, marginRight: 16, marginBottom: 38,
    ...panels.facets,
    x: time.x,
    y: {domain: [0, 100], label: "patients, %", ticks: 5},
    marks: [
      panels.titles(),
      Plot.areaY(rows, Plot.stackY({order}, {...place, x, y: (d) => 100 * d.share, z: what, fill: (d) => colours.get(d[what]), fillOpacity: 0.78, className: "stack"})),
      Plot.lineY(lines, {...place, x, y: (d) => 100 * d.share, z: (d) => d.endpoint + d[group], stroke: "var(--ink)", strokeWidth: 2, strokeDasharray: "5 3", className: "lines"}),
      ...["start", "end"].map((textAnchor) => Plot.text(ends.filter((row) => (row.day < end / 2) === (textAnchor === "start")), {
        ...place, x, y: (d) => 100 * d.share, text: "endpoint", textAnchor, dx: textAnchor === "start" ? 4 : 0, dy: textAnchor === "start" ? 0 : -8,
        stroke: "var(--page)", fill: "var(--ink)", strokeWidth: 4,
      })),
      Plot.tip(rows, Plot.pointerX(Plot.stackY({order}, {
        ...place, x, y: (d) => 100 * d.share, z: what, maxRadius: 40,
        title: (d) => `${d[what]}\n${time.said(d.day)}: ${marrow.percent(d.share)}`,
      }))),
    ],
  });
  return {svg, legend: marrow.legendOf(colours)};
};
