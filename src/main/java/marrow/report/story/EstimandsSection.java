package marrow.report.story;

import java.util.ArrayList;
import java.util.List;
import marrow.analysis.Analysis;
import marrow.analysis.Estimand;
import marrow.design.Landmark;
import marrow.design.Study;
import marrow.report.form.Readout;
import marrow.report.page.Part;
import marrow.report.page.Rows;
import marrow.report.page.Section;
import marrow.trial.Arm;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.Quantity;
import marrow.trial.endpoint.Response;
import marrow.trial.endpoint.TimeToEvent;

/** The estimands in the attributes of ICH E9(R1); the treatments are the arms. */
public final class EstimandsSection {
    private static final int MOST_SHOWN = 20;

    private final Study study;
    private final List<String> arms;

    private EstimandsSection(Study study) {
        this.study = study;
        arms = study.plan().arms().stream().map(Arm::name).toList();
    }

    public static Section of(Study study) {
        Rows rows = Rows.of("endpoint", "population", "variable", "intercurrent events", "summary");
        EstimandsSection section = new EstimandsSection(study);
        for (Endpoint endpoint : study.endpoints()) {
            rows.row(
                    endpoint.name(),
                    population(endpoint),
                    variable(endpoint),
                    intercurrent(endpoint),
                    String.join("; ", section.summaries(endpoint)));
        }
        return new Section(
                "estimands",
                "Estimands",
                List.of(
                        new Part.Words("Treatments compared: "
                                + (section.arms.size() == 1
                                        ? "none, there is one arm."
                                        : String.join(", ", section.arms) + ".")
                                + " True values are those of patients whom nobody loses, their intercurrent events handled as the table says;"
                                + " what the table does not name is ignored (treatment policy)."),
                        new Part.Sheet("Estimands (ICH E9(R1))", rows, rows.size() > MOST_SHOWN)));
    }

    private static String from(Endpoint endpoint) {
        return endpoint instanceof TimeToEvent time
                ? time.from()
                : endpoint instanceof Response response ? response.from() : ((Quantity) endpoint).from();
    }

    private static String population(Endpoint endpoint) {
        String from = from(endpoint);
        return from == null ? "all enrolled" : "those enrolled who come to " + from;
    }

    private static String variable(Endpoint endpoint) {
        String since = from(endpoint) == null ? "entry" : from(endpoint);
        if (endpoint instanceof TimeToEvent time) {
            String events = String.join(" or ", time.events());
            return "time from " + since + " to " + events
                    + time.visits()
                            .map(visits -> "; " + String.join(", ", time.found()) + " known at visits")
                            .orElse("");
        }
        if (endpoint instanceof Response response) {
            String by = Double.isFinite(response.byDays())
                    ? " within " + Readout.time(response.byDays()) + " of " + since
                    : " in the follow-up";
            return String.join(" or ", response.reached()) + by;
        }
        Quantity quantity = (Quantity) endpoint;
        return switch (quantity.kind()) {
            case AMOUNT -> "amount of " + quantity.of();
            case COUNT -> "number of times of " + quantity.of();
            case DAYS -> "days from " + since + " to " + quantity.of();
        };
    }

    private static String intercurrent(Endpoint endpoint) {
        List<String> said = new ArrayList<>();
        if (endpoint instanceof TimeToEvent time) {
            if (!time.competing().isEmpty()) {
                said.add(String.join(", ", time.competing()) + ": competing (while alive or at risk)");
            }
            if (!time.censoring().isEmpty()) {
                said.add(String.join(", ", time.censoring()) + ": censored (hypothetical)");
            }
        } else if (endpoint instanceof Response response && !response.failures().isEmpty()) {
            said.add(String.join(", ", response.failures()) + ": no response (composite)");
        }
        return said.isEmpty() ? "ignored (treatment policy)" : String.join("; ", said);
    }

    private List<String> summaries(Endpoint endpoint) {
        List<String> said = new ArrayList<>();
        for (Landmark landmark : study.landmarks().getOrDefault(endpoint.name(), List.of())) {
            boolean competes = endpoint instanceof TimeToEvent time && time.causes() > 1;
            said.add((competes ? "cumulative incidence by " : "survival at ") + Readout.time(landmark.day()));
        }
        if (endpoint instanceof Response) {
            said.add("share of patients");
        } else if (endpoint instanceof Quantity) {
            said.add("mean a patient");
        }
        for (Analysis analysis : study.analyses()) {
            if (analysis.endpoint().name().equals(endpoint.name())) {
                said.add(of(analysis.estimand()) + " (" + analysis.name() + ")");
            }
        }
        return said.isEmpty() ? List.of("patients and events") : said;
    }

    private String of(Estimand estimand) {
        if (estimand instanceof Estimand.Survival survival) {
            return "share without the event on " + Readout.time(survival.day());
        }
        if (estimand instanceof Estimand.Incidence incidence) {
            return "cumulative incidence by " + Readout.time(incidence.day());
        }
        if (estimand instanceof Estimand.RestrictedMean mean) {
            return "mean time without the event to " + Readout.time(mean.day());
        }
        if (estimand instanceof Estimand.Difference difference) {
            return "difference in " + of(difference.of());
        }
        if (estimand instanceof Estimand.LogHazardRatio ratio) {
            return (ratio.subdistribution() ? "log subdistribution hazard ratio of " : "log hazard ratio of ")
                    + arms.get(ratio.arm()) + " to "
                    + arms.get(ratio.reference())
                    + (ratio.strata() == null ? "" : " within " + ratio.strata().name());
        }
        if (estimand instanceof Estimand.LogOddsRatio ratio) {
            return "log odds ratio of " + arms.get(ratio.arm()) + " to " + arms.get(ratio.reference()) + " within "
                    + ratio.strata().name();
        }
        return estimand instanceof Estimand.Share
                ? "share of patients"
                : estimand instanceof Estimand.Mean ? "mean a patient" : "a test alone";
    }
}
