/* Numbers as people read them, like Readout in the program. */
marrow.number = (x, digits = 4) => (x == null ? "–" : String(Number(x.toPrecision(digits))));
marrow.percent = (x, digits = 4) => (x == null ? "–" : marrow.number(100 * x, digits) + " %");
marrow.years = (days) => marrow.number(days / 365.25, 3) + " y";

/* Days on an axis: in days for weeks, in months up to three years, else in years. */
marrow.timeUnit = function (longest) {
  if (longest <= 130) return {name: "days", days: 1};
  if (longest <= 3 * 366) return {name: "months", days: 365.25 / 12, every: longest <= 550 ? 3 : 6};
  return {name: "years", days: 365.25};
};

/* A label that fits; the whole of it is in the table. */
marrow.short = (text, length = 26) => (text.length <= length ? text : text.slice(0, length - 1) + "…");
