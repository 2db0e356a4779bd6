/* Printed figures beside the spread of simulated cohorts, a line each. */
marrow.draws.published = function ({rows, width}) {
  const narrow = width < 520;
  const lines = rows.map((row, k) => ({...row, line: `${k} ${row.figure}`, outside: row.published < row.low || row.published > row.high}));
  const said = new Map(lines.map((row) => [row.line, row.figure]));
  const svg = Plot.plot({
    width,
    height: 60 + 17 * lines.length,
    marginLeft: narrow ? 120 : 210, marginRight: 16, marginTop: 4, marginBottom: 38,
    x: {label: "patients", grid: true, zero: true, ticks: narrow ? 5 : 10, labelAnchor: "right"},
    y: {domain: lines.map((row) => row.line), label: null, tickSize: 0, tickFormat: (line) => marrow.short(said.get(line).replace(/^ +/, "· "), narrow ? 18 : 34)},
    marks: [
      Plot.ruleY(lines, {y: "line", x1: "low", x2: "high", stroke: (d) => (d.rate === "given" ? "var(--c6)" : "var(--c1)"), strokeWidth: 5, strokeOpacity: 0.45, className: "spread"}),
      Plot.dot(lines, {y: "line", x: "median", fill: (d) => (d.rate === "given" ? "var(--c6)" : "var(--c1)"), r: 3, className: "median"}),
      Plot.dot(lines, {y: "line", x: "published", symbol: "diamond", fill: (d) => (d.outside ? "var(--c7)" : "none"), stroke: (d) => (d.outside ? "var(--c7)" : "var(--ink)"), strokeWidth: 1.5, r: 4.5, className: "published"}),
      Plot.tip(lines, Plot.pointerY({
        y: "line", x: "published", maxRadius: 30,
        title: (d) => `${d.figure.trim()} (${d["printed in"]})\npublished ${d.published}\nsimulated ${marrow.number(d.median)}, ${marrow.number(d.low)} to ${marrow.number(d.high)}\nrate: ${d.rate}`,
      })),
    ],
  });
  return {
    svg,
    legend: [
      {label: "as printed", sign: "◇"},
      ...(lines.some((row) => row.rate === "given") ? [{label: "simulated, rate given by that line", colour: "var(--c6)"}] : []),
      ...(lines.some((row) => row.rate !== "given") ? [{label: "simulated, comes out", colour: "var(--c1)"}] : []),
      ...(lines.some((row) => row.outside) ? [{label: "printed outside the central 95 %", colour: "var(--c7)"}] : []),
    ],
  };
};
