package marrow.report.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marrow.analysis.Analysis;
import marrow.design.Study;
import marrow.report.form.Readout;
import marrow.report.page.Part;
import marrow.report.page.Rows;
import marrow.report.page.Section;
import marrow.report.run.AnalysisText;
import marrow.trial.Arm;
import marrow.trial.FollowUp;
import marrow.trial.Plan;

/** How the trials are run, analysed and simulated. */
public final class MethodsSection {
    private MethodsSection() {}

    static Section of(Material material) {
        List<Part> parts = new ArrayList<>(plan(material.study()));
        looks(material.study()).ifPresent(parts::add);
        int cohort = material.run().scenario().trial().orElseThrow().cohort();
        parts.add(new Part.Words("Random numbers have addresses: seed "
                + material.run().seed()
                + ", trial, patient, event. So the same patients come under every truth, and differ only by what the truth changes."
                + " True values are read off " + Readout.count(cohort)
                + " further patients an arm whom nobody loses. In brackets stands the Monte Carlo error, the standard error that the"
                + " finite number of trials leaves; it does not hold what is unknown of the parameters."
                + " A trial without an answer counts as one in which nothing is rejected."));
        return new Section("methods", "Methods", parts);
    }

    /** The plan of a study, and its analyses. */
    public static List<Part> plan(Study study) {
        List<Part> parts = new ArrayList<>();
        Plan plan = study.plan();
        List<String> arms = plan.arms().stream().map(Arm::name).toList();
        parts.add(new Part.Words(Readout.counted(plan.patients(), "patient") + ", "
                + (arms.size() == 1 ? "one arm" : "arms " + String.join(", ", arms)) + ". "
                + cut(plan.followUp()) + " Nobody is followed beyond " + Readout.time(plan.horizonDays())
                + " of patient time."));
        Rows analyses = Rows.of("analysis", "method", "question");
        for (Analysis analysis : study.analyses()) {
            analyses.row(analysis.name(), analysis.method(), AnalysisText.question(analysis));
        }
        if (!analyses.isEmpty()) {
            parts.add(new Part.Sheet("Analyses", analyses, false));
        }
        return parts;
    }

    /** When a study is looked at before its end, and by which rules. */
    public static Optional<Part> looks(Study study) {
        return LookSheets.questions(study);
    }

    private static String cut(FollowUp followUp) {
        if (followUp instanceof FollowUp.OfLastPatient last) {
            return "The data are cut " + Readout.time(last.days()) + " after the last patient was enrolled.";
        }
        if (followUp instanceof FollowUp.Until until) {
            return "The data are cut " + Readout.time(until.day()) + " after the trial opened.";
        }
        FollowUp.OfEvents events = (FollowUp.OfEvents) followUp;
        return "The data are cut with the " + events.events() + "th event of "
                + events.of().name()
                + (Double.isFinite(events.latestDay())
                        ? ", " + Readout.time(events.latestDay()) + " after the opening at the latest."
                        : ".");
    }
}
