/**
 * Options, and how their values are read. What several commands take is one class: {@link marrow.cli.option.ScenarioOptions} a scenario with what is set in it,
 * {@link marrow.cli.option.TrialOptions} how many trials there are of it.
 */
package marrow.cli.option;
