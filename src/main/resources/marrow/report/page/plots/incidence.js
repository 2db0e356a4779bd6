/* The first events of an endpoint and what competes with them, stacked; the incidence of GVHD as lines over them. */
marrow.draws.incidence = function ({rows, all, settings, width}) {
  const one = rows.map((row) => ({...row, panel: marrow.panelName(row, rows)}));
  const causes = marrow.unique(one, "what").filter((what) => what !== "none of these");
  const colours = new Map([...marrow.colours(causes, ["var(--c7)", "var(--c6)", "var(--c4)", "var(--c5)"]), ["none of these", "var(--rest)"]]);
  const end = Math.max(...one.map((row) => row.day));
  const lines = all
    .filter((row) => settings.lines.includes(row.endpoint) && row.endpoint !== one[0].endpoint)
    .filter((row) => row.what === marrow.firstCause(all, row.endpoint) && row.day <= end)
    .map((row) => ({...row, panel: marrow.panelName(row, rows)}));
  return marrow.stack({rows: one, width, group: "panel", what: "what", since: `since the origin of ${marrow.short(one[0].endpoint, 30)}`, colours, lines});
};

marrow.panelName = (row, rows) => (marrow.unique(rows, "arm").length > 1 ? `${row.truth}: ${row.arm}` : row.truth);
marrow.firstCause = (all, endpoint) => all.find((row) => row.endpoint === endpoint).what;
