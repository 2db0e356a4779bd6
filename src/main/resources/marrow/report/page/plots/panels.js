/*
 * Small plots side by side, or below each other where the page is narrow: one for each value of a column. Each of them is given the
 * rows of its value; their scales are shared. None is narrower than the least width, if that can be.
 */
marrow.panels = function (rows, column, width, least = 215) {
  const values = marrow.unique(rows, column);
  const across = Math.max(1, Math.min(values.length, Math.floor(width / least)));
  const down = Math.ceil(values.length / across);
  const place = new Map(values.map((value, k) => [value, {fx: k % across, fy: Math.floor(k / across)}]));
  return {
    values, across, down,
    single: values.length === 1,
    fx: (row) => place.get(row[column]).fx,
    fy: (row) => place.get(row[column]).fy,
    facets: {fx: {axis: null, padding: across > 1 ? 0.08 : 0}, fy: {axis: null, padding: down > 1 ? 0.26 : 0}},
    /* The names of the panels, above them. */
    titles: (label = (value) => value) =>
      values.length === 1 ? null : Plot.text(values, {
        fx: (value) => place.get(value).fx, fy: (value) => place.get(value).fy,
        text: (value) => marrow.short(label(value), 34), frameAnchor: "top-left", dy: -14, fontWeight: 600, fontSize: 12.5,
      }),
  };
};

/* The time axis in the unit that fits, and the function that turns days into it. */
marrow.timeAxis = function (rows, column, label, ticks) {
  const unit = marrow.timeUnit(d3.max(rows, (row) => row[column]), ticks);
  return {
    of: (days) => days / unit.days,
    x: {label: `${unit.name} ${label}`, ticks: unit.ticks, tickFormat: String, labelAnchor: "right"},
    said: (days) => `${marrow.number(days / unit.days, 3)} ${unit.name}`,
  };
};
