package marrow.compare;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import marrow.compare.Change.Verdict;
import marrow.compare.Question.Judge;

/**
 * Two runs beside each other.
 *
 * @param judge     who decides whether they differ
 * @param sameSeed  whether their trials are the same ones
 * @param identical whether their results are the same bytes; nothing more is asked then
 * @param changes   every number, in order
 * @param parting   where the trials part, if they do
 */
public record Comparison(
        KeptRun before,
        KeptRun after,
        Question question,
        Judge judge,
        boolean sameSeed,
        boolean identical,
        List<Change> changes,
        Optional<Parting> parting) {
    public Comparison {
        changes = List.copyOf(changes);
    }

    /** Two runs whose results are the same bytes. */
    public static Comparison identical(KeptRun before, KeptRun after, Question question) {
        return new Comparison(before, after, question, Judge.TRIALS, true, true, List.of(), Optional.empty());
    }

    /** Two runs whose results are not. */
    public static Comparison of(KeptRun before, KeptRun after, Question question) {
        boolean sameSeed = before.seed() == after.seed();
        Optional<Parting> parting = sameSeed ? FirstParting.of(before, after) : Optional.empty();
        return new Comparison(
                before,
                after,
                question,
                question.judge().orElse(sameSeed ? Judge.TRIALS : Judge.METRICS),
                sameSeed,
                false,
                Changes.of(before, after, question, sameSeed),
                parting);
    }

    /** The numbers of which this can be said. */
    public List<Change> with(Verdict verdict) {
        return changes.stream().filter(change -> change.verdict() == verdict).toList();
    }

    /** Whether they differ, as the judge of the question sees it. */
    public boolean differs() {
        return !with(Verdict.CHANGED).isEmpty()
                || !with(Verdict.ONE_ALONE).isEmpty()
                || (judge == Judge.TRIALS && (parting.isPresent() || otherNumbers()));
    }

    /** Whether the same trials came to another number. */
    private boolean otherNumbers() {
        return Stream.of(Verdict.WITHIN_CHANCE, Verdict.NOT_TESTED)
                .flatMap(verdict -> with(verdict).stream())
                .map(change -> change.place().truth())
                .anyMatch(truth ->
                        before.counts().get(truth).equals(after.counts().get(truth)));
    }
}
