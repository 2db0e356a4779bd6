package marrow.journey.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import marrow.dist.Beta;
import marrow.dist.Cure;
import marrow.dist.Empirical;
import marrow.dist.Exponential;
import marrow.dist.Fixed;
import marrow.dist.Gamma;
import marrow.dist.Gompertz;
import marrow.dist.LogLogistic;
import marrow.dist.Lognormal;
import marrow.dist.LognormalHazard;
import marrow.dist.Normal;
import marrow.dist.PiecewiseExponential;
import marrow.dist.Triangular;
import marrow.dist.Uniform;
import marrow.dist.Weibull;
import marrow.journey.Case;
import marrow.journey.Clock;
import marrow.journey.Condition;
import marrow.journey.Course;
import marrow.journey.CourseExpansion;
import marrow.journey.Effect;
import marrow.journey.Entry;
import marrow.journey.Fact;
import marrow.journey.Factor;
import marrow.journey.Formula;
import marrow.journey.Journey;
import marrow.journey.Outcome;
import marrow.journey.Start;
import marrow.journey.Track;

/** One journey with every kind of law, fact, clock and choice in it, for what must hold of all of them. */
final class EveryKindOfJourney {
    static final Entry ENTRY = new Entry(Map.of(), Map.of("transplant", Uniform.of(60, 90)));
    static final double HORIZON = 1000;

    private EveryKindOfJourney() {}

    static Journey declared(Clock... unrelated) {
        List<Fact> facts = List.of(
                new Fact("age", new Formula.Drawn(Normal.of(7.6 * 365.25, 3.7 * 365.25))),
                new Fact("frailty", new Formula.Drawn(Beta.ofMean(0.3, 0.1, 0, 1))),
                new Fact("bsa", new Formula.Lookup("age", List.of(365.25, 6574.5), List.of(0.45, 1.8))),
                new Fact(
                        "log-mrd",
                        new Formula.Sum(List.of(
                                new Formula.Drawn(Normal.of(-5, 1.6)),
                                new Formula.Of("frailty", 2),
                                new Formula.Constant(-0.5)))));
        List<Track> tracks = new ArrayList<>(List.of(
                Track.of("vital", "alive", "dead"),
                Track.of("disease", "remission", "molecular", "relapsed"),
                Track.of("gvhd", "none", "acute", "chronic"),
                new Track("mrd", List.of("low", "high"), new Start.Cut("log-mrd", List.of(-4.0))),
                new Track(
                        "donor",
                        List.of("haplo", "sibling", "cord"),
                        new Start.Drawn(List.of(
                                new Start.Chances(Condition.in("mrd", "high"), List.of(0.8, 0.1, 0.1)),
                                new Start.Chances(Condition.ALWAYS, List.of(0.5, 0.3, 0.2)))))));
        Condition alive = Condition.in("vital", "alive");
        Condition remission = alive.and(Condition.in("disease", "remission"));
        Course course = new Course(
                "blina",
                "blinatumomab",
                Clock.of("start", alive.and(Condition.in("disease", "remission", "molecular")), Gamma.of(0.7, 40))
                        .repeating(),
                alive.and(Condition.in("disease", "remission", "molecular")),
                "bsa",
                List.of(new Course.Dose(1, 2, 5), new Course.Dose(3, 14, 15)),
                Triangular.of(5, 10, 14),
                null,
                List.of(
                        new Course.Toxicity("crs", 0.5, 0.1, Lognormal.ofMedian(2, 0.6), true),
                        new Course.Toxicity("fever", 0.9, 0.3, Uniform.of(0, 3), false)),
                List.of(new Course.Companion("dexamethasone-mg", 20, 1)),
                Empirical.of(new double[] {0, 0.5, 1}, new double[] {1, 1.5, 3}),
                38.5,
                4,
                new Course.Prices(3, 1),
                Effect.NOTHING,
                List.of());
        CourseExpansion written = CourseExpansion.of(course, tracks);
        tracks.addAll(written.tracks());
        List<Clock> clocks = new ArrayList<>(List.of(
                Clock.of("relapse", alive.and(Condition.in("disease", "remission", "molecular")), Weibull.of(0.7, 2000))
                        .since("transplant")
                        .times(
                                new Factor(Condition.in("mrd", "high"), 3),
                                new Factor(Condition.in("gvhd", "chronic"), 0.5),
                                new Factor(Condition.in("blina", "running"), 0))
                        .then(Effect.set("disease", "relapsed")),
                Clock.of("molecular-relapse", remission, Cure.of(0.6, LogLogistic.ofMedian(1.5, 200)))
                        .then(Effect.set("disease", "molecular")),
                Clock.of("clearance", alive.and(Condition.in("disease", "molecular")), Exponential.ofMean(100))
                        .then(Effect.set("disease", "remission")),
                Clock.of("acute-gvhd", alive.and(Condition.in("gvhd", "none")), LognormalHazard.ofMedian(300, 1.2))
                        .since("transplant")
                        .choosing(
                                new Case(
                                        Condition.in("donor", "cord"),
                                        List.of(
                                                new Outcome(
                                                        0.3,
                                                        Effect.set("gvhd", "acute")
                                                                .and(Effect.mark("severe"))),
                                                new Outcome(0.7, Effect.set("gvhd", "acute")))),
                                new Case(Condition.ALWAYS, List.of(new Outcome(1, Effect.set("gvhd", "acute"))))),
                Clock.of("acute-to-chronic", alive.and(Condition.in("gvhd", "acute")), Gompertz.of(0.01, -0.005))
                        .then(Effect.set("gvhd", "chronic")),
                Clock.of("non-relapse-death", alive, PiecewiseExponential.of(new double[] {100, 365}, new double[] {
                            6e-4, 2e-4, 5e-5
                        }))
                        .since("transplant")
                        .times(new Factor(Condition.in("gvhd", "acute"), 4))
                        .then(Effect.set("vital", "dead").and(Effect.mark("death"))),
                Clock.of("death-after-relapse", alive.and(Condition.in("disease", "relapsed")), Exponential.ofMean(200))
                        .then(Effect.set("vital", "dead").and(Effect.mark("death"))),
                Clock.of("visit", alive, Fixed.of(30)).repeating()));
        clocks.addAll(written.clocks());
        clocks.addAll(clocks.size() / 2, List.of(unrelated));
        return new Journey(facts, tracks, clocks, written.accruals());
    }
}
