/* Reads the report that the page carries, and puts it in the page. */
marrow.part = function (part) {
  if (part.words != null) return marrow.element("p", {}, marrow.tied(part.words));
  if (part.headlines) return marrow.element("dl", {class: "headlines"}, part.headlines.map(marrow.headline));
  if (part.sheet != null) return marrow.sheet(part);
  return marrow.figure(part);
};

marrow.headline = ({what, value, beside}) =>
  marrow.element("div", {}, marrow.element("dt", {}, what), marrow.element("dd", {class: "value"}, marrow.tied(value)), marrow.element("dd", {}, marrow.tied(beside)));

marrow.section = (section) =>
  marrow.element("section", {id: section.id, "aria-labelledby": section.id + "-heading"},
    marrow.element("h2", {id: section.id + "-heading"}, section.title), section.parts.map(marrow.part));

marrow.show = function (report) {
  document.title = report.title + " · Marrow report";
  document.getElementById("contents").append(
    marrow.element("p", {class: "mark", "aria-hidden": "true"}, "Marrow"),
    marrow.element("ul", {}, report.sections.map((section) => marrow.element("li", {}, marrow.element("a", {href: "#" + section.id}, section.title)))),
  );
  document.getElementById("report").append(
    marrow.element("header", {}, marrow.element("h1", {}, report.title), marrow.element("p", {class: "lead"}, report.lead)),
    ...report.sections.map(marrow.section),
    marrow.element("footer", {}, marrow.element("p", {}, "For designing studies, not for treating patients. Made by Marrow; drawn with Observable Plot and D3 (ISC licence).")),
  );
};

/* On paper nothing can be unfolded. */
marrow.unfoldOnPaper = function () {
  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll("details.sheet:not([open])")];
    unfolded.forEach((details) => (details.open = true));
  });
  addEventListener("afterprint", () => unfolded.forEach((details) => (details.open = false)));
};

marrow.unfoldOnPaper();
marrow.show(JSON.parse(document.getElementById("data").textContent));
