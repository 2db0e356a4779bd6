/* One trial, a lane each patient: the states of a track, courses of a drug, and what happened. */
marrow.draws.swimmer = function ({rows, settings, width}) {
  const stays = rows.filter((row) => row.kind === "state" && row.to > row.from);
  const courses = rows.filter((row) => row.kind === "course");
  const events = rows.filter((row) => row.kind === "event");
  const length = new Map(stays.map((row) => [row.patient, row.to]));
  const arms = marrow.unique(stays, "arm");
  const patients = marrow.unique(stays, "patient").sort((a, b) => length.get(b) - length.get(a) || a - b);
  const colours = marrow.stateColours(marrow.unique(stays, "what"));
  const time = marrow.timeAxis(stays, "to", "since entry", width < 520 ? 5 : 10);
  const lane = {y: "patient", fy: arms.length > 1 ? "arm" : undefined};
  const shown = settings.marks.filter((mark) => events.some((row) => row.what === mark));
  const others = ["circle", "triangle", "diamond", "square", "star", "hexagon", "wye"];
  const symbol = new Map();
  for (const mark of settings.marks) {
    symbol.set(mark, mark === "death" ? "times" : mark === settings.lost ? "plus" : others.shift() ?? "asterisk");
  }
  const svg = Plot.plot({
    width,
    height: patients.length * 15 + 90 + 16 * arms.length,
    marginLeft: 52, marginRight: arms.length > 1 ? 90 : 16, marginTop: 20, marginBottom: 38,
    x: {...time.x, grid: true},
    y: {domain: patients, label: "patient", tickSize: 0, labelAnchor: "top"},
    fy: {label: null, tickFormat: (arm) => marrow.short(arm, 14)},
    symbol: {domain: shown, range: shown.map((mark) => symbol.get(mark))},
    marks: [
      Plot.barX(stays, {...lane, x1: (d) => time.of(d.from), x2: (d) => time.of(d.to), fill: (d) => colours.get(d.what), fillOpacity: 0.6, insetTop: 1.5, insetBottom: 1.5, className: "states"}),
      Plot.ruleY(courses, {...lane, x1: (d) => time.of(d.from), x2: (d) => time.of(d.to), stroke: "var(--ink)", strokeWidth: 3.5, className: "courses"}),
      Plot.dot(events, {...lane, x: (d) => time.of(d.from), symbol: "what", r: 4, fill: (d) => (symbol.get(d.what) === "times" || symbol.get(d.what) === "plus" ? "none" : "var(--page)"), stroke: "var(--ink)", strokeWidth: 1.5, className: "events"}),
      Plot.tip(rows, Plot.pointer({
        ...lane, x: (d) => time.of(d.kind === "event" ? d.from : (d.from + d.to) / 2), maxRadius: 30,
        title: (d) => `patient ${d.patient}, ${d.arm}\n${d.what}\n` + (d.kind === "event" ? `day ${marrow.number(d.from)}` : `day ${marrow.number(d.from)} to ${marrow.number(d.to)}`),
      })),
    ],
  });
  const signs = {circle: "○", times: "×", triangle: "△", diamond: "◇", square: "□", star: "☆", hexagon: "⬡", wye: "Y", plus: "+", asterisk: "✳"};
  return {
    svg,
    legend: [
      ...marrow.legendOf(colours),
      ...(courses.length ? [{label: "on a course of a drug", colour: "var(--ink)", line: true}] : []),
      ...shown.map((mark) => ({label: mark, sign: signs[symbol.get(mark)]})),
    ],
  };
};
