/* The rows as tab-separated text with all their digits, as spreadsheets and R read it. */
marrow.tabSeparated = function ({columns, rows}) {
  const field = (value) => (value == null ? "" : String(value).replace(/[\t\r\n]+/g, " "));
  return [columns, ...rows].map((row) => row.map(field).join("\t")).join("\n") + "\n";
};

marrow.copyData = async function (data) {
  const text = marrow.tabSeparated(data);
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    marrow.copyBySelection(text); // a page opened from a file may not be trusted with the clipboard
  }
  marrow.say("The data were copied.");
};

marrow.copyBySelection = function (text) {
  const area = marrow.element("textarea", {class: "unseen"});
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
};

/* The plot as a file of its own, in the colours of the light page, its legend above it. */
marrow.svgText = function (svg, title, legend) {
  const copy = svg.cloneNode(true);
  const [x, y, width, height] = copy.getAttribute("viewBox").split(" ").map(Number);
  const top = 22 + (legend.length ? 20 : 0);
  const text = (content, left, up, weight) => {
    const node = document.createElementNS(svg.namespaceURI, "text");
    Object.entries({x: left, y: up, "font-weight": weight, fill: "currentColor"}).forEach(([k, v]) => node.setAttribute(k, v));
    node.textContent = content;
    copy.append(node);
  };
  text(title, x + 4, y - top + 14, 600);
  let left = x + 4;
  for (const {label, colour, sign, opacity} of legend) {
    if (sign) text(sign, left, y - 7, 400);
    const box = document.createElementNS(svg.namespaceURI, "rect");
    Object.entries({x: left, y: y - 17, width: 11, height: 11, fill: colour, "fill-opacity": opacity ?? 1}).forEach(([k, v]) => box.setAttribute(k, v));
    if (!sign) copy.append(box);
    text(label, left + 15, y - 7, 400);
    left += 30 + 6.2 * label.length;
  }
  copy.setAttribute("viewBox", `${x} ${y - top} ${width} ${height + top}`);
  copy.setAttribute("height", height + top);
  copy.setAttribute("style", "background: white; color: #1d2330; font-family: sans-serif");
  const light = {...marrow.lightColours(), "--plot-background": "white"};
  return new XMLSerializer().serializeToString(copy).replace(/var\((--[\w-]+)\)/g, (_, name) => light[name] ?? "black");
};

/* The colours that the style sheet gives the light page, whatever page is shown. */
marrow.lightColours = function () {
  const root = [...document.styleSheets[0].cssRules].find((rule) => rule.selectorText === ":root");
  return Object.fromEntries([...root.style].filter((name) => name.startsWith("--")).map((name) => [name, root.style.getPropertyValue(name).trim()]));
};

marrow.saveSvg = function (svg, title, legend, name) {
  const url = URL.createObjectURL(new Blob([marrow.svgText(svg, title, legend)], {type: "image/svg+xml"}));
  marrow.element("a", {href: url, download: name + ".svg"}).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
  marrow.say("The plot was saved as " + name + ".svg.");
};
