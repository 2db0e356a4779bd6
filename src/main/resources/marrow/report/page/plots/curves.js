/* The true curve of an endpoint, the spread of trials around it, and how many are at risk below: a panel for each truth. */
marrow.draws.curves = function ({rows, settings, width}) {
  const arms = marrow.unique(rows, "arm");
  const colours = marrow.colours(arms);
  const panels = marrow.panels(rows, "truth", width);
  const narrow = width < 520;
  const time = marrow.timeAxis(rows, "day", `since the origin of ${marrow.short(rows[0].endpoint, 30)}`, narrow || panels.across > 2 ? 5 : 8);
  const most = Math.max(...rows.map((row) => row.trials));
  const seen = rows.filter((row) => row.trials >= most / 2);
  const measure = rows[0].measure;
  const top = measure === "survival" ? 1 : Math.min(1, Math.max(0.05, ...seen.map((row) => row.high), ...rows.map((row) => row.true ?? 0)) * 1.08);
  const atRisk = marrow.atRisk(rows, time, panels, arms, colours);
  const dots = settings.landmarks.filter((dot) => dot.endpoint === rows[0].endpoint);
  const x = (row) => time.of(row.day);
  const place = {fx: panels.fx, fy: panels.fy};
  const band = (low, high, opacity) =>
    Plot.areaY(seen, {...place, x, y1: (d) => 100 * d[low], y2: (d) => 100 * d[high], z: "arm", fill: (d) => colours.get(d.arm), fillOpacity: opacity, className: "band"});
  const svg = Plot.plot({
    width,
    height: panels.down * (250 + atRisk.height) + 70,
    marginLeft: 44,
    marginTop: panels.single ? 24 : 42,
    marginBottom: 40 + atRisk.height,
    marginRight: 16,
    ...panels.facets,
    fy: {...panels.facets.fy, padding: panels.down > 1 ? 0.36 : 0},
    x: time.x,
    y: {domain: [0, 100 * top], grid: true, label: `${measure}, %`, ticks: 5},
    marks: [
      panels.titles(),
      band("low", "high", 0.14),
      band("lower quartile", "upper quartile", 0.24),
      Plot.ruleY([0], {stroke: "var(--line)"}),
      Plot.lineY(rows, {...place, x, y: (d) => (d.true == null ? NaN : 100 * d.true), z: "arm", stroke: (d) => colours.get(d.arm), strokeWidth: 2.5, className: "truth"}),
      Plot.dot(dots, {...place, x, y: (d) => 100 * d.value, fill: (d) => colours.get(d.arm), stroke: "var(--page)", strokeWidth: 1.5, r: 4.5, className: "landmarks"}),
      ...atRisk.marks,
      Plot.tip(dots, Plot.pointer({
        ...place, x, y: (d) => 100 * d.value, maxRadius: 12,
        title: (d) => `${d.arm}, ${time.said(d.day)}\nmean of all trials ${marrow.percent(d.value)}`,
      })),
      Plot.tip(rows, Plot.pointerX({
        ...place, x, y: (d) => (d.true == null ? NaN : 100 * d.true), maxRadius: 40, preferredAnchor: "bottom-left",
        title: (d) => `${d.arm}, ${time.said(d.day)}\ntrue ${marrow.percent(d.true)}\ntrials ${marrow.percent(d.low, 3)} to ${marrow.percent(d.high, 3)}\nat risk ${marrow.number(d["at risk"])}`,
      })),
    ],
  });
  return {svg, legend: arms.length > 1 ? marrow.legendOf(colours) : []};
};

/* Numbers of patients at risk under the axis, a line an arm. */
marrow.atRisk = function (rows, time, panels, arms, colours) {
  const days = marrow.unique(rows, "day");
  const end = Math.max(...days);
  const steps = panels.across > 2 ? 4 : 5;
  const shown = new Set(Array.from({length: steps + 1}, (_, k) => (k * end) / steps).map((day) => days.reduce((best, one) => (Math.abs(one - day) < Math.abs(best - day) ? one : best))));
  const line = 15;
  const marks = arms.map((arm, k) =>
    Plot.text(rows.filter((row) => row.arm === arm && shown.has(row.day)), {
      fx: panels.fx, fy: panels.fy, x: (row) => time.of(row.day), text: (row) => marrow.number(row["at risk"]),
      frameAnchor: "bottom", dy: 40 + k * line, fill: arms.length > 1 ? colours.get(arm) : "currentColor", className: "at-risk", fontSize: 11,
    }));
  const left = Plot.text(["at risk"], {fx: 0, fy: panels.down - 1, text: (d) => d, frameAnchor: "bottom-left", textAnchor: "end", dx: -14, dy: 40, fontSize: 11});
  return {marks: [...marks, left], height: 6 + line * arms.length};
};
