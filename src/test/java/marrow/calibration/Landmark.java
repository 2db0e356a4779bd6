package marrow.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import marrow.analysis.Estimand;
import marrow.design.truth.TrueValues;
import marrow.montecarlo.Estimate;
import marrow.trial.Plan;
import marrow.trial.endpoint.TimeToEvent;

/**
 * A percentage published of a larger series with its 95 % interval, and what many simulated patients come to whom nobody loses.
 *
 * @param interval where it is from, if it was not printed
 */
record Landmark(String series, String what, double value, double lower, double upper, String interval, Estimate model) {
    private static final double YEAR = 365.25;
    private static final int PATIENTS = 200_000;

    boolean reached() {
        return 100 * model.value() >= lower && 100 * model.value() <= upper;
    }

    /** All of them, from the scenarios in which their patients are. */
    static List<Landmark> all() {
        List<Landmark> all = new ArrayList<>();
        haploidentical(all::add);
        childrenWithBlinatumomab(all::add);
        relapseAfterTransplant(all::add);
        return all;
    }

    private static void haploidentical(Consumer<Landmark> to) {
        String series = "Chang 2020, haploidentical, MRD-positive, n = 169";
        TimeToEvent cir = TimeToEvent.of("CIR", "transplant", "relapse").competingWith("non-relapse-death");
        TimeToEvent nrm =
                TimeToEvent.of("NRM", "transplant", "non-relapse-death").competingWith("relapse");
        TimeToEvent lfs = TimeToEvent.of("LFS", "transplant", "relapse", "death");
        TimeToEvent os = TimeToEvent.of("OS", "transplant", "death");
        TrueValues values = values("haplo-conditioning-31", List.of(cir, nrm, lfs, os));
        double day = 3 * YEAR;
        to.accept(new Landmark(series, "relapse, 3 y", 23, 17, 29, "", incidence(values, cir, day)));
        to.accept(new Landmark(series, "non-relapse death, 3 y", 11, 6, 16, "", incidence(values, nrm, day)));
        to.accept(new Landmark(series, "leukaemia-free, 3 y", 65, 58, 72, "", survival(values, lfs, 0, day)));
        to.accept(new Landmark(series, "alive, 3 y", 68, 61, 75, "", survival(values, os, 0, day)));
    }

    /** Both groups of standard risk, against those NGS-positive and flow-negative at the end of consolidation; DFS from there, as from randomisation. */
    private static void childrenWithBlinatumomab(Consumer<Landmark> to) {
        String series = "AALL1731, standard risk, average and high, n = 1440";
        TimeToEvent dfs =
                TimeToEvent.of("DFS", "ngs-residual-after-consolidation", "relapse", "death", "second-malignancy");
        TrueValues values = values("ngs-mrd-pediatric", List.of(dfs));
        String errors = "1.96 standard errors";
        double day = 3 * YEAR;
        to.accept(new Landmark(
                series, "disease-free, 3 y, blinatumomab", 96.0, 93.6, 98.4, errors, survival(values, dfs, 0, day)));
        to.accept(new Landmark(
                series, "disease-free, 3 y, chemotherapy", 87.9, 83.8, 92.0, errors, survival(values, dfs, 1, day)));
    }

    private static void relapseAfterTransplant(Consumer<Landmark> to) {
        String series = "Stein 2019, blinatumomab for haematologic relapse, n = 64";
        TimeToEvent os = TimeToEvent.of("OS", "haematologic-at-detection", "death");
        TrueValues values = values("relapse-dli", List.of(os));
        to.accept(new Landmark(series, "alive, 1 y", 36, 24.3, 48.9, "exact, 23 of 64", survival(values, os, 0, YEAR)));
        to.accept(new Landmark(
                series, "alive, 3 y", 18, 10.1, 30.5, "exact, 12 of 64", survival(values, os, 0, 3 * YEAR)));
    }

    private static TrueValues values(String scenario, List<TimeToEvent> endpoints) {
        Plan plan = Scenarios.study(scenario).plan();
        return TrueValues.of(plan, endpoints, PATIENTS, Runtime.getRuntime().availableProcessors());
    }

    private static Estimate incidence(TrueValues values, TimeToEvent endpoint, double day) {
        return values.of(endpoint, new Estimand.Incidence(0, day)).orElseThrow();
    }

    private static Estimate survival(TrueValues values, TimeToEvent endpoint, int arm, double day) {
        return values.of(endpoint, new Estimand.Survival(arm, day)).orElseThrow();
    }
}
