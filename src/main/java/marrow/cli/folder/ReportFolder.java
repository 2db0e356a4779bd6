package marrow.cli.folder;

import java.nio.file.Path;

/** The report among the files of a folder: what it says, and the page that shows it. */
public final class ReportFolder {
    public static final String DATA = "report.json";
    static final String PAGE = "report.html";

    private ReportFolder() {}

    public static Path pageOf(Path folder) {
        return folder.resolve(PAGE);
    }
}
