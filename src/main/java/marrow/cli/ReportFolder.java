package marrow.cli;

import java.nio.file.Path;

/** The report among the files of a folder: what it says, and the page that shows it. */
final class ReportFolder {
    static final String DATA = "report.json";
    static final String PAGE = "report.html";

    private ReportFolder() {}

    static Path pageOf(Path folder) {
        return folder.resolve(PAGE);
    }
}
