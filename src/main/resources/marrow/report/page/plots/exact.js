/* The level that an exact test attains, and its power, by the number of patients: two panels with scales of their own. */
marrow.draws.exact = function ({rows, width}) {
  const level = rows.filter((row) => row.what === "level attained");
  const power = rows.filter((row) => row.what !== "level attained");
  const colours = new Map([["level attained", "var(--c2)"], ...marrow.colours(marrow.unique(power, "what"), ["var(--c1)", "var(--c3)", "var(--c4)", "var(--c5)"])]);
  const panel = (data, height, label, reference, last) => Plot.plot({
    width, height,
    marginLeft: 44, marginRight: 16, marginTop: 24, marginBottom: last ? 38 : 12,
    x: {label: last ? "patients in the analysis" : null, ticks: width < 520 ? 5 : 10, tickFormat: last ? undefined : () => "", labelAnchor: "right"},
    y: {label, grid: true, ticks: 5, zero: true},
    marks: [
      Plot.ruleX([rows[0].planned], {stroke: "var(--muted)", strokeDasharray: "3 3", className: "planned"}),
      reference == null ? null : Plot.ruleY([100 * reference], {stroke: "var(--muted)", strokeWidth: 1.2}),
      Plot.lineY(data, {x: "patients", y: (d) => 100 * d.value, z: "what", stroke: (d) => colours.get(d.what), strokeWidth: 1.2}),
      Plot.dot(data, {x: "patients", y: (d) => 100 * d.value, fill: (d) => colours.get(d.what), r: width < 520 ? 2.2 : 3, className: "values"}),
      Plot.tip(data, Plot.pointer({
        x: "patients", y: (d) => 100 * d.value,
        title: (d) => `${d.patients} patients, reject from ${d["reject from"]}\n${d.what} ${marrow.percent(d.value)}`,
      })),
    ],
  });
  const svg = power.length
    ? marrow.below(panel(power, 230, "power, %", 0.8, false), panel(level, 170, "level attained, %", rows[0].alpha, true))
    : panel(level, 200, "level attained, %", rows[0].alpha, true);
  return {svg, legend: marrow.legendOf(new Map([...colours].filter(([what]) => rows.some((row) => row.what === what))))};
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
