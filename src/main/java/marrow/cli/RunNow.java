package marrow.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import marrow.scenario.Scenario;
import marrow.scenario.ScenarioReader;

/** A scenario run now, under the truths and with as many trials as a run that is kept, in a folder that is gone afterwards unless one was named. */
final class RunNow implements AutoCloseable {
    private final Path scenario;
    private final List<String> options = new ArrayList<>();
    private final Map<String, String> set;
    private final PrintWriter err;
    private final boolean kept;
    private final Path folder;

    RunNow(Path scenario, Map<String, String> set, Long seed, int threads, boolean quiet, Path out, PrintWriter err)
            throws IOException {
        this.scenario = scenario;
        this.set = set;
        this.err = err;
        kept = out != null;
        folder = kept ? out : Files.createTempDirectory("marrow-compare-");
        set.forEach((name, value) -> options.addAll(List.of("--set", name + "=" + value)));
        if (seed != null) {
            options.addAll(List.of("--seed", seed.toString()));
        }
        if (quiet) {
            options.add("--quiet");
        }
        options.addAll(List.of("--threads", Integer.toString(threads), "--out", folder.toString()));
    }

    Path folder() {
        return folder;
    }

    /** Returns the exit code of the run. */
    int run(KeptFolder like) {
        List<String> words = new ArrayList<>(List.of("run", scenario.toString()));
        words.addAll(options);
        words.addAll(List.of("--replicates", Long.toString(like.manifest().replicates())));
        List<String> truths = truths(like);
        if (!truths.isEmpty()) {
            words.addAll(List.of("--truth", String.join(",", truths)));
        }
        PrintWriter nobody = new PrintWriter(Writer.nullWriter());
        int code = Main.commandLine(nobody, err, false).execute(words.toArray(String[]::new));
        return code == ExitCode.FAILED_TRIALS ? ExitCode.DONE : code;
    }

    /** Those of the run that is kept which the scenario has; if none, all of its own. */
    private List<String> truths(KeptFolder like) {
        Optional<Scenario> read = ScenarioReader.read(scenario, set).scenario();
        List<String> own = read.flatMap(Scenario::trial)
                .map(trial -> trial.truths().stream().map(truth -> truth.name()).toList())
                .orElse(List.of());
        return Arrays.stream(like.truths()).filter(own::contains).toList();
    }

    @Override
    public void close() throws IOException {
        if (!kept) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
