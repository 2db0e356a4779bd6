/* Colours by name, the same for the same values wherever they stand in one plot. */
marrow.palette = ["var(--c1)", "var(--c2)", "var(--c3)", "var(--c4)", "var(--c5)", "var(--c7)", "var(--c8)", "var(--c6)"];
marrow.colours = (names, palette = marrow.palette) => new Map(names.map((name, k) => [name, palette[k % palette.length]]));

/* The states of a track: the dead grey, all else by its place. */
marrow.stateColours = function (states) {
  const colours = marrow.colours(states.filter((state) => state !== "dead"));
  colours.set("dead", "var(--dead)");
  return colours;
};

marrow.unique = (rows, column) => [...new Set(rows.map((row) => row[column]))];
marrow.legendOf = (colours, line) => [...colours].map(([label, colour]) => ({label, colour, line}));
