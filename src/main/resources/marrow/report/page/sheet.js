/* Rows as objects by their columns. */
marrow.objects = ({columns, rows}) => rows.map((row) => Object.fromEntries(columns.map((name, k) => [name, row[k]])));

marrow.looksLikeNumber = (value) =>
  value == null || typeof value === "number" || /^(-|–|never)?$|^[-<>]?[\d,.]+( \([\d.]+\))?( [%a-zµ²/]{1,4})?$/.test(value);

/* A table of the rows, its numbers to the right. */
marrow.table = function ({columns, rows}, caption) {
  const right = columns.map((_, k) => rows.length > 0 && rows.every((row) => marrow.looksLikeNumber(row[k])));
  const cell = (name, value, k, extra = {}) =>
    marrow.element(name, {class: right[k] ? "number" : null, ...extra}, marrow.element("bdi", {class: String(value).length <= 24 ? "short" : null}, marrow.cellText(value)));
  return marrow.element(
    "table", {},
    marrow.element("caption", {}, caption),
    marrow.element("thead", {}, marrow.element("tr", {}, columns.map((name, k) => cell("th", name, k, {scope: "col"})))),
    marrow.element("tbody", {}, rows.map((row) => marrow.element("tr", {}, row.map((value, k) => cell("td", value, k))))),
  );
};

marrow.cellText = (value) => (value == null ? "–" : typeof value === "number" ? marrow.number(value, 6) : value);

/* A part of the page that scrolls by itself where it is wider than the page, with the keyboard too. */
marrow.scroller = (label, content) => marrow.element("div", {class: "scroller", tabindex: 0, role: "region", "aria-label": label}, content);

marrow.sheet = function (part) {
  const table = marrow.scroller(part.sheet, marrow.table(part.data, part.sheet));
  if (!part.folded) return table;
  return marrow.element("details", {class: "sheet"}, marrow.element("summary", {}, part.sheet), table);
};
