/* How often a number of a trial falls in each class: a panel for each truth. */
marrow.draws.histogram = function ({rows, width}) {
  const panels = marrow.panels(rows, "truth", width);
  const place = {fx: panels.fx, fy: panels.fy};
  const svg = Plot.plot({
    width,
    height: panels.down * 190 + 70,
    marginLeft: 44, marginTop: panels.single ? 24 : 42, marginRight: 16, marginBottom: 38,
    ...panels.facets,
    x: {label: marrow.short(rows[0].what, 60), ticks: panels.across > 2 ? 4 : 7, labelAnchor: "right"},
    y: {label: "trials", grid: true, ticks: 4},
    marks: [
      panels.titles(),
      Plot.rectY(rows, {...place, x1: "from", x2: "to", y: "trials", fill: "var(--c1)", fillOpacity: 0.75, inset: 0.5, className: "classes"}),
      Plot.ruleY([0]),
      Plot.tip(rows, Plot.pointerX({
        ...place, x: (d) => (d.from + d.to) / 2, y: "trials", maxRadius: 40,
        title: (d) => `${marrow.number(d.from, 6)} to ${marrow.number(d.to, 6)}: ${d.trials} trials`,
      })),
    ],
  });
  return {svg, legend: []};
};
