package marrow.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import marrow.cli.folder.Manifest;
import marrow.cli.folder.ReportFolder;
import marrow.cli.folder.WholeFile;
import marrow.cli.terminal.Browser;
import marrow.cli.terminal.ExitCode;
import marrow.cli.terminal.Refusals;
import marrow.cli.terminal.Version;
import marrow.report.page.Page;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** `marrow report`: the page of a folder of results, made from its report.json, which is that of the results beside it. Nothing is simulated. */
@Command(
        name = "report",
        description = "Makes the page report.html of a folder of results, and says where it is.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class ShowReport implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder that --out of another command has written.")
    private Path folder;

    @Option(names = "--open", description = "Opens the page in the browser.")
    private boolean open;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        String report;
        try {
            report = Files.readString(folder.resolve(ReportFolder.DATA));
            Manifest.of(folder).requireUnchanged(folder, ReportFolder.DATA);
        } catch (NoSuchFileException missing) {
            err.println("marrow: there is no " + ReportFolder.DATA + " in " + folder
                    + ": run, sweep and size write it with --out " + folder + ", from trials that are kept there");
            return ExitCode.REFUSED;
        } catch (IOException failed) {
            err.println("marrow: cannot make the page of " + folder + ": " + Refusals.reason(failed));
            return ExitCode.REFUSED;
        }
        Path page = ReportFolder.pageOf(folder);
        try {
            WholeFile.replace(page, Page.of(report));
        } catch (IOException failed) {
            err.println("marrow: cannot write " + page + ": " + Refusals.reason(failed));
            return ExitCode.UNWRITTEN;
        }
        spec.commandLine().getOut().println(page);
        return open ? Browser.show(page, err) : ExitCode.DONE;
    }
}
