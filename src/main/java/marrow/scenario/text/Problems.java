package marrow.scenario.text;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import marrow.scenario.text.Problem.Severity;
import org.apache.commons.math3.exception.MathIllegalStateException;

/** All that is wrong with what the user wrote: every reader adds to it and goes on, so that one look shows all. */
public final class Problems {
    private final Set<Problem> all = new LinkedHashSet<>();
    private int errors;

    /** In reading order, each once. */
    public List<Problem> all() {
        return all.stream().sorted(Comparator.comparing(Problem::at)).toList();
    }

    public boolean hasErrors() {
        return errors > 0;
    }

    /** Errors so far; who compares two counts knows whether a step went well. */
    public int errors() {
        return errors;
    }

    public void error(Position at, String what) {
        error(at, what, (String) null);
    }

    public void error(Position at, String what, Optional<String> meant) {
        error(at, what, meant.orElse(null));
    }

    public void error(Position at, String what, String meant) {
        add(new Problem(at, Severity.ERROR, what, meant));
    }

    public void add(Problem problem) {
        if (all.add(problem) && problem.severity() == Severity.ERROR) {
            errors++;
        }
    }

    public void warning(Position at, String what) {
        add(new Problem(at, Severity.WARNING, what, null));
    }

    /** What is made, or nothing where its own checks refuse it: then their message is an error at this position. */
    public <T> Optional<T> attempt(Position at, Supplier<T> make) {
        try {
            return Optional.of(make.get());
        } catch (IllegalArgumentException | ArithmeticException | MathIllegalStateException refusal) {
            error(at, refusal.getMessage());
            return Optional.empty();
        }
    }
}
