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
    place.replaceChildren(drawn.svg);
    legendPlace.replaceChildren(...drawn.legend.map(marrow.legendEntry = ({label, colour, line, sign}) =>
  marrow.element("li", {}, sign
    ? marrow.element("span", {class: "sign"}, sign)
    : marrow.element("span", {class: line ? "swatch line" : "swatch", style: `--swatch: ${colour}`}), marrow.element("bdi", {}, marrow.short(label, 60)));
