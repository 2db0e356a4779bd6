const marrow = {draws: {}};

/* An element with attributes and children. A text is a text: nothing is ever read as markup. */
marrow.element = function (name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value != null) element.setAttribute(key, value);
  }
  element.append(...children.flat().filter((child) => child != null));
  return element;
};

/* What was done, for those who do not see it. */
marrow.say = function (text) {
  document.getElementById("said").textContent = text;
};
