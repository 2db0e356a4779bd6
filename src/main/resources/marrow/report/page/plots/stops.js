/* At each look the shares of the trials that stop there, stacked by why, and the power so far: looks below each other, truth by truth. */
marrow.draws.stops = function ({rows, settings, width}) {
  const narrow = width < 520;
  const looks = marrow.unique(rows, "look");
  const truths = marrow.unique(rows, "truth");
  const colours = new Map([["efficacy", "var(--c3)"], ["futility", "var(--c6)"], ["harm", "var(--c7)"]]);
  const shares = rows.filter((row) => row.what !== settings.cumulative);
  const power = rows.filter((row) => row.what === settings.cumulative);
  const place = {fy: "truth", y: "look"};
  const percent = (row) => 100 * row.value;
  const left = Math.min(narrow ? 160 : 200, 14 + 6.6 * Math.max(...looks.map((look) => look.length)));
  const svg = Plot.plot({
    width,
    height: 50 + truths.length * (24 * looks.length + 26),
    marginLeft: left, marginRight: 20, marginTop: 20, marginBottom: 38,
    x: {domain: [0, 100], label: "trials, %", grid: true, ticks: narrow ? 5 : 10},
    y: {domain: looks, label: null, tickSize: 0, tickFormat: (name) => marrow.short(name, narrow ? 22 : 28)},
    fy: {domain: truths, axis: null, padding: 0.22},
    marks: [
      Plot.text(truths, {fy: (d) => d, text: (d) => marrow.short(d, 60), frameAnchor: "top-left", dy: -14, dx: 4 - left, fontWeight: 600, fontSize: 12}),
      Plot.barX(shares, Plot.stackX({order: [...colours.keys()]}, {...place, x: percent, z: "what", fill: (d) => colours.get(d.what), fillOpacity: 0.78, insetTop: 3, insetBottom: 3, className: "shares"})),
      Plot.dot(power, {...place, x: percent, symbol: "diamond", r: 5, fill: "var(--page)", stroke: "var(--ink)", strokeWidth: 1.8, className: "power"}),
      Plot.tip(looks.flatMap((look) => truths.map((truth) => rows.filter((row) => row.look === look && row.truth === truth))).filter((some) => some.length), Plot.pointerY({
        fy: (some) => some[0].truth, y: (some) => some[0].look, x: (some) => 100 * d3.sum(some.filter((row) => row.what !== settings.cumulative), (row) => row.value), maxRadius: 60,
        title: (some) => `${some[0].look}, ${some[0].truth}\n` + some.map((row) => `${row.what} ${marrow.percent(row.value)} (${marrow.number(100 * row.mcse, 2)})`).join("\n"),
      })),
    ],
  });
  return {svg, legend: [...marrow.legendOf(colours), ...(power.length ? [{label: settings.cumulative, sign: "◇"}] : [])]};
};
