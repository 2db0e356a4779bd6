/* Numbers as people read them, like Readout in the program. */
marrow.number = (x, digits = 4) => (x == null ? "–" : String(Number(x.toPrecision(digits))));
marrow.percent = (x, digits = 4) => (x == null ? "–" : marrow.number(100 * x, digits) + " %");
marrow.years = (days) => marrow.number(days / 365.25, 3) + " y";

/* Days on an axis: in days for some weeks, in months up to three years, else in years; with about so many ticks. */
marrow.timeUnit = function (longest, ticks) {
  const [name, days, steps] =
    longest <= 130 ? ["days", 1, [1, 2, 5, 7, 14, 28]] : longest <= 3 * 366 ? ["months", 365.25 / 12, [1, 2, 3, 6, 12]] : ["years", 365.25, [1, 2, 5, 10, 20]];
  const step = steps.find((one) => longest / days / one <= ticks) ?? steps.at(-1);
  return {name, days, ticks: d3.range(0, longest / days + step / 100, step)};
};

/* A label that fits; the whole of it is in the table. */
marrow.short = (text, length = 26) => (text.length <= length ? text : text.slice(0, length - 1) + "…");

/* A number and its unit stay on one line. */
marrow.tied = (text) => text.replace(/(\d) (%|d|mo|y)(?![\w-])/g, "$1\u00a0$2");
