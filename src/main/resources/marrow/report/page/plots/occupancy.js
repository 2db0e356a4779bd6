/* In which state of a track patients are, by the time since entry: a panel for each arm. */
marrow.draws.occupancy = ({rows, width}) =>
  marrow.stack({rows, width, group: "arm", what: "state", since: "since entry", colours: marrow.stateColours(marrow.unique(rows, "state"))});
