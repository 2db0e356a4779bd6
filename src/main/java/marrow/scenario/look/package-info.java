/**
 * Looks while a trial goes on: what brings them about, how the level is spent, and the rules that stop a trial, each a line in
 * {@link marrow.scenario.look.LookRules}.
 */
package marrow.scenario.look;
