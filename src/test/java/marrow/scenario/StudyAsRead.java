package marrow.scenario;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import marrow.analysis.Analysis;
import marrow.dist.Distribution;
import marrow.dist.Law;
import marrow.journey.Clock;
import marrow.journey.Course;
import marrow.journey.Fact;
import marrow.journey.Formula;
import marrow.report.form.Readout;
import marrow.report.run.AnalysisText;
import marrow.scenario.text.Figures;
import marrow.scenario.trial.Trial;
import marrow.scenario.value.Dimension;
import marrow.scenario.value.Parameter;
import marrow.trial.Arm;
import marrow.trial.FollowUp;
import marrow.trial.Plan;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.Response;
import marrow.trial.endpoint.TimeToEvent;

/** What a scenario comes to once it is read, fact by fact as a registration would say it: {@code PFS.at} is {@code 1 y}. */
final class StudyAsRead {
    private final Map<String, String> facts = new TreeMap<>();
    private final Scenario scenario;

    private StudyAsRead(Scenario scenario) {
        this.scenario = scenario;
    }

    static Map<String, String> of(Scenario scenario) {
        StudyAsRead read = new StudyAsRead(scenario);
        Trial trial = scenario.trial().orElseThrow();
        scenario.study().forEach((key, text) -> read.facts.put("study." + key, text));
        read.plan(trial.study().plan());
        scenario.journey().facts().forEach(read::population);
        scenario.journey().clocks().forEach(clock -> read.put("clock." + clock.name(), since(clock)));
        scenario.courses().forEach(read::course);
        trial.study().endpoints().forEach(endpoint -> read.endpoint(endpoint, trial));
        trial.study().analyses().forEach(read::analysis);
        return read.facts;
    }

    private void put(String fact, String text) {
        if (!text.isEmpty()) {
            facts.put(fact, text);
        }
    }

    private void plan(Plan plan) {
        put("patients", Integer.toString(plan.patients()));
        put("arms", plan.arms().stream().map(Arm::name).collect(Collectors.joining(", ")));
        if (plan.followUp() instanceof FollowUp.OfLastPatient last) {
            put("follow-up", Readout.time(last.days()) + " after the last patient");
        }
        for (Arm arm : plan.arms()) {
            arm.entry().states().forEach((track, state) -> facts.merge("entry." + track, state, StudyAsRead::both));
            arm.entry()
                    .daysSince()
                    .forEach((mark, law) -> facts.merge(
                            "before entry." + mark,
                            law.upper() > 0 ? days(law) + " ago" : "on the day",
                            StudyAsRead::both));
        }
    }

    private static String both(String one, String other) {
        return one.equals(other) ? one : one + ", " + other;
    }

    private void population(Fact fact) {
        if (fact.formula() instanceof Formula.Drawn drawn) {
            boolean time = scenario.facts().containsKey(fact.name())
                    && scenario.facts().get(fact.name()).dimension() == Dimension.TIME;
            double unit = time ? 365.25 : 1;
            put(
                    "population." + fact.name(),
                    Figures.of(drawn.law().lower() / unit) + " to "
                            + Figures.of(drawn.law().upper() / unit) + (time ? " y" : ""));
        }
    }

    private static String since(Clock clock) {
        String after = clock.since() == null ? "" : " since " + clock.since();
        return clock.law() instanceof Distribution law ? days(law) + after : "";
    }

    private static String days(Law law) {
        if (!(law instanceof Distribution wait)) {
            return "";
        }
        return wait.lower() == wait.upper() ? Readout.time(wait.lower()) : Readout.times(wait.lower(), wait.upper());
    }

    private void course(Course course) {
        put(course.name() + ".drug", course.drug());
        put(
                course.name() + ".doses",
                course.doses().stream()
                                .map(dose -> "day " + dose.fromDay() + "-" + dose.toDay() + " " + Figures.of(dose.ug())
                                        + " ug")
                                .collect(Collectors.joining(", "))
                        + (course.scaledBy() == null ? "" : ", times " + course.scaledBy()));
        if (course.extension() != null) {
            put(
                    course.name() + ".extended",
                    "to day " + course.extension().toDay() + " "
                            + Figures.of(course.extension().ug()) + " ug");
        }
        if (course.length() != null) {
            put(course.name() + ".length", days(course.length()));
        }
        put(
                course.name() + ".with",
                course.companions().stream()
                        .map(with -> with.account() + " " + Figures.of(with.amount()) + " on day " + with.day())
                        .collect(Collectors.joining(", ")));
        put(course.name() + ".starts", since(course.start()));
    }

    private void endpoint(Endpoint endpoint, Trial trial) {
        if (endpoint instanceof TimeToEvent time) {
            put(time.name() + ".from", time.from() == null ? "entry" : time.from());
            put(time.name() + ".event", String.join(", ", time.events()));
            put(time.name() + ".competing", String.join(", ", time.competing()));
            put(time.name() + ".censored", String.join(", ", time.censoring()));
            put(
                    time.name() + ".at",
                    trial.study().landmarks().getOrDefault(time.name(), List.of()).stream()
                            .map(landmark -> Readout.time(landmark.day()))
                            .collect(Collectors.joining(", ")));
        }
        if (endpoint instanceof Response response) {
            put(response.name() + ".from", response.from() == null ? "entry" : response.from());
            put(response.name() + ".reached", String.join(", ", response.reached()));
            put(response.name() + ".by", Double.isFinite(response.byDays()) ? Readout.time(response.byDays()) : "");
        }
    }

    /** Nulls are no facts of a registration: they are said by the name of their parameter. */
    private void analysis(Analysis analysis) {
        String asked = analysis.method() + ": " + AnalysisText.question(analysis);
        for (Parameter parameter : scenario.parameters()) {
            if (parameter.name().startsWith("p0")
                    && parameter.value() == analysis.hypothesis().nullValue()) {
                asked = asked.replace(Readout.percent(parameter.value()), "$" + parameter.name());
            }
        }
        put(analysis.name(), asked);
    }
}
