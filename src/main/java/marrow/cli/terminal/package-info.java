/**
 * What stands between a command and whoever started it: the terminal and what it can show, exit codes, progress, Ctrl-C, words for a shell, and the words in
 * which something is refused.
 */
package marrow.cli.terminal;
