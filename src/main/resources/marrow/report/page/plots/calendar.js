/* Patients enrolled and patients with the event by calendar time, the median trial and the spread: a panel for each truth. */
marrow.draws.calendar = function ({rows, width}) {
  const colours = marrow.colours(marrow.unique(rows, "what"));
  const panels = marrow.panels(rows, "truth", width);
  const time = marrow.timeAxis(rows, "day", "since the opening", panels.across > 2 || width < 520 ? 5 : 8);
  const place = {fx: panels.fx, fy: panels.fy};
  const x = (row) => time.of(row.day);
  const fill = (row) => colours.get(row.what);
  const svg = Plot.plot({
    width,
    height: panels.down * 240 + 70,
    marginLeft: 44, marginTop: panels.single ? 24 : 42, marginRight: 16, marginBottom: 38,
    ...panels.facets,
    x: time.x,
    y: {label: "patients", grid: true, ticks: 5},
    marks: [
      panels.titles(),
      Plot.ruleY([0], {stroke: "var(--line)"}),
      Plot.areaY(rows, {...place, x, y1: "low", y2: "high", z: "what", fill, fillOpacity: 0.14, className: "band"}),
      Plot.areaY(rows, {...place, x, y1: "lower quartile", y2: "upper quartile", z: "what", fill, fillOpacity: 0.26, className: "band"}),
      Plot.lineY(rows, {...place, x, y: "median", z: "what", stroke: fill, strokeWidth: 2.2, className: "median"}),
      Plot.tip(rows, Plot.pointerX({
        ...place, x, y: "median", maxRadius: 40,
        title: (d) => `${d.what}, ${time.said(d.day)}\nmedian ${marrow.number(d.median)}\n95 % of trials ${marrow.number(d.low)} to ${marrow.number(d.high)}`,
      })),
    ],
  });
  return {svg, legend: marrow.legendOf(colours)};
};
