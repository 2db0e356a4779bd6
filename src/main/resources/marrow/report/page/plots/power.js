/* How often each analysis rejects under each truth, with the 95 % interval of the simulation. */
marrow.draws.power = function ({rows, width}) {
  const narrow = width < 520;
  const truths = [...new Set(rows.map((row) => row.truth))];
  const analyses = [...new Set(rows.map((row) => row.analysis))];
  const colour = (row) => (row.role === "null" ? "var(--muted)" : "var(--c1)");
  const svg = Plot.plot({
    width,
    height: 50 + analyses.length * (22 * truths.length + 24),
    marginLeft: narrow ? 96 : 130,
    marginRight: 20,
    marginTop: 8,
    marginBottom: 38,
    x: {domain: [0, 100], label: "trials in which the hypothesis is rejected, %", grid: true, ticks: narrow ? 5 : 10},
    y: {domain: truths, label: null, tickSize: 0, tickFormat: (name) => marrow.short(name, narrow ? 12 : 18)},
    fy: {domain: analyses, axis: null, padding: 0.28},
    marks: [
      Plot.text(analyses, {fy: (d) => d, text: (d) => marrow.short(d, 60), frameAnchor: "top-left", dy: -14, dx: narrow ? -92 : -126, fontWeight: 600, fontSize: 12}),
      Plot.tickX(rows.filter((row) => row.alpha != null), {fy: "analysis", x: (d) => 100 * d.alpha, y: "truth", stroke: "var(--c2)", strokeWidth: 2, className: "level"}),
      Plot.barX(rows, {fy: "analysis", y: "truth", x1: 0, x2: (d) => 100 * d.value, fill: colour, fillOpacity: 0.25, insetTop: 3, insetBottom: 3}),
      Plot.ruleY(rows, {fy: "analysis", y: "truth", x1: (d) => 100 * d.lower, x2: (d) => 100 * d.upper, stroke: colour, strokeWidth: 3}),
      Plot.dot(rows, {
        fy: "analysis", y: "truth", x: (d) => 100 * d.value, fill: colour, r: 4, className: "values",
        channels: {
          "rejects": {value: (d) => marrow.percent(d.value), label: "rejects"},
          "interval": {value: (d) => `${marrow.percent(d.lower)} to ${marrow.percent(d.upper)}`, label: "95 % interval"},
        },
        tip: {format: {x: false, fy: true, y: true, fill: false}},
      }),
    ],
  });
  return {
    svg,
    legend: [
      {label: "alternative: power", colour: "var(--c1)"},
      {label: "null: type I error", colour: "var(--muted)"},
      {label: "level of the test", colour: "var(--c2)", line: true},
    ].filter((entry, k) => k === 0 ? rows.some((row) => row.role !== "null") : rows.some((row) => row.role === "null")),
  };
};
