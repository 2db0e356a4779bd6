package marrow.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import marrow.cli.folder.ReportFolder;
import marrow.cli.terminal.Browser;
import marrow.cli.terminal.RunProgress;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whether the folder of --out gets a report, and whether somebody wants to see it at once. */
final class ReportOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--open", description = "Opens the report of the folder of --out in the browser.")
    private boolean open;

    @Option(names = "--no-report", description = "Writes the numbers alone, without report.html and its data.")
    private boolean plain;

    /** @param whole whether there is a folder, and all of the results come into it */
    void check(boolean whole) {
        if (open && plain) {
            throw new ParameterException(spec.commandLine(), "--open shows the report that --no-report leaves out");
        }
        if (open && !whole) {
            throw new ParameterException(
                    spec.commandLine(), "--open needs --out, a folder for the report, and all trials in it");
        }
    }

    /** The words that ask another command for the same. */
    List<String> words() {
        return open ? List.of("--open") : plain ? List.of("--no-report") : List.of();
    }

    boolean wanted() {
        return !plain;
    }

    /** Once the folder is written: says where its report is, and opens it. */
    void tell(Path folder, RunProgress progress, PrintWriter err) {
        if (wanted()) {
            progress.tell("The report is " + ReportFolder.pageOf(folder));
        }
        if (open) {
            Browser.show(ReportFolder.pageOf(folder), err);
        }
    }
}
