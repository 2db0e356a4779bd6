package marrow.cli.folder;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import marrow.cli.terminal.Refusals;
import marrow.cli.terminal.Version;
import marrow.montecarlo.BlockHead;

/**
 * What kept trials are of: a scenario, what is asked of it, and the code that made them. The first two stand beside them, in
 * {@code scenario.resolved.yaml} and {@code question.txt}; the head of each file of blocks has a hash of all three, and of its name.
 *
 * @param question what is asked of the scenario beyond what stands in it; empty for nothing
 */
public record Provenance(String scenario, String question, String code) {
    public static final String SCENARIO = "scenario.resolved.yaml";
    static final String QUESTION = "question.txt";
    private static final int MOST_DIFFERENCES = 5;

    /** Trials are not those of this scenario, question and code; the message says what they are instead. */
    public static final class OtherTrialsException extends Exception {
        private static final long serialVersionUID = 1;

        OtherTrialsException(String what) {
            super(what);
        }
    }

    /** Of this Marrow. */
    public static Provenance of(String scenario, String question) throws IOException {
        return new Provenance(scenario, question, Version.number() + "\n" + SourceCode.sha256());
    }

    /** The scenario whose blocks a folder holds. */
    public static String scenarioOf(Path folder) throws IOException {
        try {
            String scenario = Files.readString(folder.resolve(SCENARIO));
            if (scenario.isEmpty()) {
                throw new IOException(SCENARIO + " in it is empty");
            }
            return scenario;
        } catch (NoSuchFileException missing) {
            throw new IOException("there is no " + SCENARIO + " in it", missing);
        } catch (CharacterCodingException damaged) {
            throw new IOException(SCENARIO + " in it is damaged: it is not UTF-8", damaged);
        }
    }

    /** What is asked of the scenario whose blocks a folder holds; empty for nothing. */
    public static String questionOf(Path folder) throws IOException {
        Path file = folder.resolve(QUESTION);
        return Files.exists(file) ? Files.readString(file) : "";
    }

    /** Whether it is that of a folder, but for the code. */
    boolean isOf(Path folder) throws IOException {
        return holds(folder.resolve(SCENARIO), scenario) && holds(folder.resolve(QUESTION), question);
    }

    /** No file is an empty text. */
    private static boolean holds(Path file, String text) throws IOException {
        byte[] there = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        return Arrays.equals(there, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes it beside the blocks of a folder. */
    void write(Path folder) throws IOException {
        WholeFile.replace(folder.resolve(SCENARIO), scenario);
        if (question.isEmpty()) {
            Files.deleteIfExists(folder.resolve(QUESTION));
        } else {
            WholeFile.replace(folder.resolve(QUESTION), question);
        }
    }

    /** Refuses a folder whose blocks are others. */
    void requireOf(Path folder, List<Path> blocks) throws IOException, OtherTrialsException {
        requireSame("scenario", scenarioIn(folder), scenario);
        requireSame("question", questionOf(folder), question);
        for (Path file : blocks) {
            Optional<String> others = othersIn(file);
            if (others.isPresent()) {
                throw new OtherTrialsException(others.get() + ":\n  " + file);
            }
        }
    }

    private static String scenarioIn(Path folder) throws OtherTrialsException {
        try {
            return scenarioOf(folder);
        } catch (IOException unreadable) {
            throw new OtherTrialsException("trials of nobody knows what: " + Refusals.reason(unreadable));
        }
    }

    private static void requireSame(String what, String before, String now) throws OtherTrialsException {
        if (!before.equals(now)) {
            throw new OtherTrialsException("trials of another " + what + ":\n" + difference(before, now));
        }
    }

    /** What a file holds where it is not blocks of this. */
    public Optional<String> othersIn(Path file) throws IOException {
        BlockHead head = BlockHead.of(file);
        if (head.isForeign()) {
            return Optional.of("what are no trials of Marrow");
        }
        return head.isCutOff() || head.isOf(key(file))
                ? Optional.empty()
                : Optional.of("trials of another version of Marrow, or damaged ones");
    }

    /** On what the blocks of a file depend: also, by the name of the file, the truth. Not on the Java machine. */
    byte[] key(Path file) {
        String all = file.getFileName() + "\n" + code + "\n" + scenario + question;
        return WholeFile.sha256().digest(all.getBytes(StandardCharsets.UTF_8));
    }

    /** The first lines that differ, of what was there and of what is now. */
    public static String difference(String before, String now) {
        List<String> old = before.lines().toList();
        List<String> other = now.lines().toList();
        List<String> told = new ArrayList<>();
        old.stream()
                .filter(line -> !other.contains(line))
                .limit(MOST_DIFFERENCES)
                .forEach(line -> told.add("  - " + line));
        other.stream()
                .filter(line -> !old.contains(line))
                .limit(MOST_DIFFERENCES)
                .forEach(line -> told.add("  + " + line));
        return String.join("\n", told);
    }
}
