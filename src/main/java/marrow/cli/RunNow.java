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
import java.util.stream.Stream;
import marrow.cli.folder.KeptFolder;
import marrow.cli.terminal.ExitCode;
import marrow.cli.terminal.ShellWord;
import marrow.scenario.Scenario;
import marrow.scenario.ScenarioReader;
import marrow.scenario.trial.Truth;

/**
 * A scenario that is run now, under the truths and with as many trials as a run that is kept.
 *
 * @param seed in place of the scenario's, or null
 */
record RunNow(Path scenario, Map<String, String> set, Long seed) {
    /** The words that bring another command to the scenario. */
    String words() {
        StringBuilder words = new StringBuilder(ShellWord.of(scenario));
        set.forEach((name, value) -> words.append(" --set ").append(ShellWord.of(name + "=" + value)));
        return words.append(seed == null ? "" : " --seed " + seed).toString();
    }

    /**
     * Runs it.
     *
     * @return the exit code
     */
    int run(KeptFolder like, Path into, int threads, boolean quiet, PrintWriter err) {
        List<String> words = new ArrayList<>(List.of("run", scenario.toString(), "--out", into.toString()));
        words.addAll(List.of("--threads", Integer.toString(threads)));
        words.addAll(List.of("--replicates", Long.toString(like.manifest().most())));
        set.forEach((name, value) -> words.addAll(List.of("--set", name + "=" + value)));
        if (seed != null) {
            words.addAll(List.of("--seed", seed.toString()));
        }
        if (quiet) {
            words.add("--quiet");
        }
        List<String> truths = truths(like);
        if (!truths.isEmpty()) {
            words.addAll(List.of("--truth", String.join(",", truths)));
        }
        int code = Main.execute(new PrintWriter(Writer.nullWriter()), err, false, words.toArray(String[]::new));
        return code == ExitCode.FAILED_TRIALS || code == ExitCode.NOT_PRECISE ? ExitCode.DONE : code;
    }

    /** Those of the run that is kept which the scenario has; if none, all of its own. */
    private List<String> truths(KeptFolder like) {
        List<String> own = ScenarioReader.read(scenario, set)
                .scenario()
                .flatMap(Scenario::trial)
                .map(trial -> trial.truths().stream().map(Truth::name).toList())
                .orElse(List.of());
        return Arrays.stream(like.truths()).filter(own::contains).toList();
    }

    /** Takes a folder away with all that is in it. */
    static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
