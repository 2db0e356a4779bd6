package marrow.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import marrow.dist.Distribution;
import marrow.dist.Hazard;
import marrow.dist.Law;

/**
 * Something that may happen to a patient. The clock runs while its condition holds and rings after a time that its
 * law gives, in days. A ring sets the mark of the clock's own name, applies {@code effect}, and picks one outcome from
 * the first of {@code cases} that held just before the ring.
 *
 * <p>Time runs from the moment the condition began to hold, or, when {@code since} names a mark, from the last time
 * that mark was set; until then the clock waits. A clock that begins to run when {@code s} days have passed since its
 * mark draws its time given that it is longer than {@code s} (left truncation).
 *
 * <p>A {@link Hazard} owns a unit-exponential budget, spent at the rate of the hazard times all factors that hold, and
 * kept while the condition does not hold. A {@link Distribution} is drawn anew each time the condition begins to hold,
 * unless {@code keeps}: then the days left are kept and go on. {@code chance} is the probability that the clock is
 * armed at all at such a beginning (distributions only); where time runs from a mark, it is the chance of the mark, and of
 * those whom it has not rung for after s days the armed ones are c S(s) / (1 - c + c S(s)).
 *
 * <p>A clock rings once each time its condition begins to hold, or its mark is set again; with {@code repeats} it
 * starts anew after each ring.
 */
public record Clock(
        String name,
        Condition condition,
        String since,
        Law law,
        double chance,
        boolean keeps,
        boolean repeats,
        List<Factor> factors,
        Effect effect,
        List<Case> cases) {

    public Clock {
        factors = List.copyOf(factors);
        cases = List.copyOf(cases);
        if (!(chance >= 0 && chance <= 1)) {
            throw new IllegalArgumentException(name + ": a chance lies between 0 and 1, not " + chance);
        }
        if (law instanceof Hazard && (chance < 1 || keeps)) {
            throw new IllegalArgumentException(
                    name + ": 'chance' and 'keeps' belong to a waiting time; a hazard keeps its budget by itself");
        }
        if (law instanceof Distribution wait && !(wait.lower() >= 0)) {
            throw new IllegalArgumentException(
                    name + ": a waiting time cannot be negative, and this one may be as low as " + wait.lower() + " d");
        }
        if (law instanceof Distribution && !factors.isEmpty()) {
            throw new IllegalArgumentException(name + ": factors multiply hazards, and this clock has a waiting time");
        }
    }

    /** A clock that rings after the law's time, counted from when the condition began to hold, and does nothing yet. */
    public static Clock of(String name, Condition condition, Law law) {
        return new Clock(name, condition, null, law, 1, false, false, List.of(), Effect.NOTHING, List.of());
    }

    public Clock since(String mark) {
        return new Clock(name, condition, mark, law, chance, keeps, repeats, factors, effect, cases);
    }

    public Clock withChance(double probability) {
        return new Clock(name, condition, since, law, probability, keeps, repeats, factors, effect, cases);
    }

    public Clock keeping() {
        return new Clock(name, condition, since, law, chance, true, repeats, factors, effect, cases);
    }

    public Clock repeating() {
        return new Clock(name, condition, since, law, chance, keeps, true, factors, effect, cases);
    }

    public Clock times(Factor... by) {
        return new Clock(name, condition, since, law, chance, keeps, repeats, List.of(by), effect, cases);
    }

    /** One factor more, which always holds. */
    Clock alsoTimes(double by) {
        List<Factor> all = new ArrayList<>(factors);
        all.add(new Factor(Condition.ALWAYS, by));
        return times(all.toArray(Factor[]::new));
    }

    public Clock then(Effect does) {
        return new Clock(name, condition, since, law, chance, keeps, repeats, factors, does, cases);
    }

    public Clock choosing(Case... between) {
        return new Clock(name, condition, since, law, chance, keeps, repeats, factors, effect, List.of(between));
    }

    /** Everything the clock may do: its effect, and those of its outcomes. */
    public Stream<Effect> effects() {
        return Stream.concat(
                Stream.of(effect),
                cases.stream().flatMap(one -> one.outcomes().stream()).map(Outcome::effect));
    }

    /** Whether a ring may set this mark: the one of the clock's own name, or one of its effects'. */
    public boolean setsMark(String mark) {
        return name.equals(mark) || effects().anyMatch(one -> one.marks().contains(mark));
    }
}
