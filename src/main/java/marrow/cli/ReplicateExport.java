package marrow.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import marrow.cli.terminal.RunProgress;
import marrow.design.AnalysedTrial;
import marrow.design.Study;
import marrow.export.ReplicateRows;
import marrow.journey.life.EndlessJourneyException;
import marrow.montecarlo.Progress;
import marrow.run.Conduct;
import marrow.scenario.Scenario;
import marrow.scenario.trial.Truth;

/** Writes what the analyses find in trials, one after the other on one thread, so that memory does not grow with them. */
final class ReplicateExport {
    private static final String FILE = "replicates.csv.gz";

    private final Scenario scenario;
    private final Conduct conduct;
    private final RunProgress progress;
    private final long first;
    private final long end;

    /** The trials from {@code first} to before {@code end}. */
    ReplicateExport(Scenario scenario, Conduct conduct, RunProgress progress, long first, long end) {
        this.scenario = scenario;
        this.conduct = conduct;
        this.progress = progress;
        this.first = first;
        this.end = end;
    }

    /** Returns how many trials failed. */
    long print(List<Truth> truths, PrintWriter out) throws IOException {
        long failed = all(truths, out);
        out.flush();
        return failed;
    }

    /** As a compressed file of the folder, the old one or the new one, never a part. Returns how many trials failed. */
    long write(List<Truth> truths, Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        Path part = folder.resolve(FILE + ".part");
        part.toFile().deleteOnExit(); // where it does not come to its end
        long failed;
        try (Writer text = new OutputStreamWriter(
                new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(part))), StandardCharsets.UTF_8)) {
            failed = all(truths, text);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return failed;
    }

    private long all(List<Truth> truths, Writer out) throws IOException {
        // Of all truths before the first row: one that cannot be is refused while nothing is lost by it.
        Map<Truth, Study> studies = new LinkedHashMap<>();
        truths.forEach(truth -> studies.put(truth, conduct.study(truth)));
        out.write(ReplicateRows.HEADING);
        long failed = 0;
        for (Map.Entry<Truth, Study> one : studies.entrySet()) {
            failed += under(one.getKey(), one.getValue(), out);
        }
        return failed;
    }

    private long under(Truth truth, Study study, Writer out) throws IOException {
        ReplicateRows rows = ReplicateRows.of(scenario, truth, study.analyses());
        AnalysedTrial trial = AnalysedTrial.of(study);
        Progress told = progress.of(truth.name());
        long failed = 0;
        for (long number = first; number < end; number++) {
            String row;
            try {
                trial.simulate(number);
                row = rows.of(trial);
            } catch (EndlessJourneyException scenarioIsWrong) {
                throw scenarioIsWrong;
            } catch (RuntimeException noAnswer) {
                failed++;
                row = rows.ofFailed(number);
                trial = AnalysedTrial.of(study); // what the failed one left behind must not reach another
            }
            out.write(row);
            told.reached(number + 1 - first, end - first);
        }
        return failed;
    }
}
