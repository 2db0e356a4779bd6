/*
 * A plot with all that belongs to it: title, description, choices, legend, buttons, and the rows behind it. How it is drawn is
 * marrow.draws[kind]({rows, all, settings, width}), rows being those chosen, which gives {svg, legend}.
 */
marrow.figure = function (part) {
  const rows = marrow.objects(part.data);
  const choices = (part.settings.choose ?? []).map((column) => marrow.choice(part.id, column, rows, () => draw()));
  const place = marrow.element("div", {class: "plot"});
  const legendPlace = marrow.element("ul", {class: "legend"});
  const titleId = part.id + "-title";
  const descriptionId = part.id + "-description";
  let drawn = null;
  let width = 0;

  function draw() {
    const chosen = choices.reduce((left, choice) => left.filter((row) => row[choice.column] == null || row[choice.column] === choice.value()), rows);
    drawn = marrow.draws[part.figure]({rows: chosen, all: rows, settings: part.settings, width});
    drawn.svg.setAttribute("role", "img");
    drawn.svg.setAttribute("aria-labelledby", titleId);
    drawn.svg.setAttribute("aria-describedby", descriptionId);
    for (const group of drawn.svg.querySelectorAll("[aria-label]")) {
      group.setAttribute("data-mark", group.getAttribute("aria-label")); // a part of a picture has no name of its own
      group.removeAttribute("aria-label");
    }
    place.replaceChildren(drawn.svg);
    legendPlace.replaceChildren(...drawn.legend.map(marrow.legendEntry));
  }

  const button = (text, what) => marrow.element("button", {type: "button", onclick: what, "aria-label": text + ": " + part.title}, text);
  const figure = marrow.element(
    "figure", {id: part.id, "data-kind": part.figure},
    marrow.element("figcaption", {}, marrow.element("h3", {id: titleId}, part.title), marrow.element("p", {id: descriptionId}, marrow.tied(part.description))),
    choices.length ? marrow.element("div", {class: "choices"}, choices.map((choice) => choice.element)) : null,
    legendPlace,
    place,
    marrow.element(
      "div", {class: "tools"},
      button("Save SVG", () => marrow.saveSvg(drawn.svg, part.title, drawn.legend, part.id)),
      button("Copy data", () => marrow.copyData(part.data)),
      marrow.dataTable(part),
    ),
  );
  new ResizeObserver(() => {
    const now = Math.max(280, Math.floor(place.clientWidth));
    if (place.clientWidth > 0 && now !== width) {
      width = now;
      marrow.soon(draw);
    }
  }).observe(place);
  return figure;
};

/* One plot after the other, so that the page listens between them; all at once before it is printed. */
marrow.waiting = [];
marrow.soon = function (draw) {
  marrow.waiting.push(draw);
  setTimeout(() => marrow.waiting.shift()?.());
};
addEventListener("beforeprint", () => marrow.waiting.splice(0).forEach((draw) => draw()));

/* The rows behind a plot, put in the page when they are asked for. */
marrow.dataTable = function (part) {
  const details = marrow.element("details", {class: "behind"}, marrow.element("summary", {}, `Data (${part.data.rows.length} rows)`));
  details.addEventListener("toggle", () => {
    if (details.open && details.children.length === 1) {
      details.append(marrow.scroller("Data: " + part.title, marrow.table(part.data, part.title)));
    }
  });
  return details;
};

/* A choice among the values of a column; none to be made where there is one value. */
marrow.choice = function (id, column, rows, changed) {
  const values = [...new Set(rows.map((row) => row[column]).filter((value) => value != null))];
  const select = marrow.element("select", {id: `${id}-${column}`, onchange: changed}, values.map((value) => marrow.element("option", {value}, value)));
  const element = marrow.element("label", {hidden: values.length < 2}, marrow.short(column, 30), " ", select);
  return {column, element, value: () => select.value};
};

marrow.legendEntry = function ({label, colour, line, sign, opacity}) {
  const mark = sign
    ? marrow.element("span", {class: "sign"}, sign)
    : marrow.element("span", {class: line ? "swatch line" : "swatch", style: `--swatch: ${colour}; opacity: ${opacity ?? 1}`});
  return marrow.element("li", {}, mark, marrow.element("bdi", {}, marrow.short(label, 60)));
};
