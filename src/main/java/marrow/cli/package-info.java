/**
 * The command line: one class a command, gathered by {@link marrow.cli.Main}. While the options of one that reads scenarios are being parsed, {@link marrow.cli.Ahead} loads
 * what reading will need. What several share is in {@link marrow.cli.option} as it is asked for, in {@link marrow.cli.folder} as it is kept, and in
 * {@link marrow.cli.terminal} as it is shown.
 *
 * <p>Exit codes: 0 done; 1 internal fault; 2 usage or scenario; 3 precision target not met; 4 two runs differ; 5 some trials failed; 6 something could not
 * be written; 130 interrupted, resumable.
 */
package marrow.cli;
