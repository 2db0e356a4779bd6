package marrow.stats.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import marrow.stats.RTable;
import marrow.stats.size.ApproximateProportionSize;
import marrow.stats.size.OneSampleLogRankSize;
import org.junit.jupiter.api.Test;

/** Every row of the two tables of designs that may have led to 31 patients, computed anew. */
class Design31Test {
    private static final RTable SINGLE_STAGE = RTable.read("design31.csv");
    private static final RTable SIMON = RTable.read("simon31.csv");
    private static final int OPTIMAL_SEARCHED_TO = 44; // patients; the table says so

    private static final Pattern ACCRUAL = Pattern.compile("accrual (\\d)y, follow-up (\\d)y");
    private static final Pattern DROPOUT =
            Pattern.compile("(\\d+)% \\(n(?:/\\(1-d\\)|\\*\\(1\\+d\\)), (ceil|rounded)\\)");

    @Test
    void every_single_stage_row() {
        assertEquals(311, SINGLE_STAGE.size());
        for (int row = 0; row < SINGLE_STAGE.size(); row++) {
            int n = (int) SINGLE_STAGE.number(row, "n_evaluable");
            if (SINGLE_STAGE.text(row, "method").equals("exact binomial")) {
                checkExact(row, n);
            } else {
                assertEquals(n, Math.ceil(approximate(row)), SINGLE_STAGE.line(row));
            }
            checkDropout(row, n);
        }
    }

    private static void checkExact(int row, int n) {
        double p0 = SINGLE_STAGE.number(row, "p0");
        double p1 = SINGLE_STAGE.number(row, "p1");
        double alpha = SINGLE_STAGE.number(row, "alpha_one_sided");
        double power = SINGLE_STAGE.number(row, "power_target");
        ExactSingleStage first = ExactSingleStage.first(p0, p1, alpha, power);
        ExactSingleStage sustained = ExactSingleStage.sustained(p0, p1, alpha, power);
        ExactSingleStage design = SINGLE_STAGE.text(row, "convention").equals("first") ? first : sustained;
        assertEquals(n, design.n(), SINGLE_STAGE.line(row));
        assertEquals((int) SINGLE_STAGE.number(row, "n_first"), first.n(), SINGLE_STAGE.line(row));
        assertEquals((int) SINGLE_STAGE.number(row, "n_sustained"), sustained.n(), SINGLE_STAGE.line(row));
        assertEquals(
                (int) SINGLE_STAGE.number(row, "reject_if_responders_ge"), design.rejectFrom(), SINGLE_STAGE.line(row));
        assertEquals(
                SINGLE_STAGE.number(row, "attained_alpha"), design.typeOneError(), 0.5001e-4, SINGLE_STAGE.line(row));
        assertEquals(SINGLE_STAGE.number(row, "attained_power"), design.power(), 0.5001e-4, SINGLE_STAGE.line(row));
    }

    private static double approximate(int row) {
        double p0 = SINGLE_STAGE.number(row, "p0");
        double p1 = SINGLE_STAGE.number(row, "p1");
        double alpha = SINGLE_STAGE.number(row, "alpha_one_sided");
        double power = SINGLE_STAGE.number(row, "power_target");
        String method = SINGLE_STAGE.text(row, "method");
        if (method.startsWith("one-sample log-rank")) {
            Matcher years = ACCRUAL.matcher(method);
            assertTrue(years.find(), method);
            double rate = -StrictMath.log(p0);
            return OneSampleLogRankSize.of(
                            t -> rate * t,
                            StrictMath.log(p1) / StrictMath.log(p0),
                            Double.parseDouble(years.group(1)),
                            Double.parseDouble(years.group(2)),
                            0)
                    .patients(alpha, power);
        }
        ApproximateProportionSize size =
                switch (method) {
                    case "arcsine" -> ApproximateProportionSize.ARCSINE;
                    case "landmark KM cloglog" -> ApproximateProportionSize.COMPLEMENTARY_LOG_LOG;
                    case "z-test (alt var only)" -> ApproximateProportionSize.SEEN_VARIANCE;
                    case "z-test (null+alt var)" -> ApproximateProportionSize.NULL_VARIANCE;
                    default -> throw new AssertionError(method);
                };
        return size.patients(p0, p1, alpha, power);
    }

    /** Each dropout that the row names makes 31 of its n. */
    private static void checkDropout(int row, int n) {
        String dropout = SINGLE_STAGE.text(row, "dropout_giving_31");
        if (dropout.equals("0%")) {
            assertEquals(31, n, SINGLE_STAGE.line(row));
            return;
        }
        List<MatchResult> ways = DROPOUT.matcher(dropout).results().toList();
        assertEquals(dropout.split(";").length, ways.size(), dropout);
        for (MatchResult way : ways) {
            double d = Integer.parseInt(way.group(1)) / 100.0;
            double inflated = way.group().contains("/") ? n / (1 - d) : n * (1 + d);
            assertEquals(
                    31,
                    way.group(2).equals("ceil") ? Math.ceil(inflated) : Math.rint(inflated),
                    SINGLE_STAGE.line(row) + " " + way);
        }
    }

    /**
     * All numbers of all rows hold. But 19 of its designs are not the best; docs/simon.md has them. In 15 its search began
     * with too many patients in stage 1, 4; in 4 with too many in all, 3 below the first n of one stage. For one of these
     * Simon (1989) prints ours, 13/18 26/32.
     */
    @Test
    void every_two_stage_row() throws IOException {
        assertEquals(488, SIMON.size());
        List<String> better = new ArrayList<>();
        for (int row = 0; row < SIMON.size(); row++) {
            double p0 = SIMON.number(row, "p0");
            double p1 = SIMON.number(row, "p1");
            double alpha = SIMON.number(row, "alpha");
            double power = SIMON.number(row, "power");
            SimonDesign table = new SimonDesign(
                    (int) SIMON.number(row, "stop_stage1_if_le"),
                    (int) SIMON.number(row, "n1"),
                    (int) SIMON.number(row, "reject_if_total_ge") - 1,
                    (int) SIMON.number(row, "n"));
            assertEquals(SIMON.number(row, "EN0"), table.expectedPatients(p0), 0.5001e-2, SIMON.line(row));
            assertEquals(SIMON.number(row, "PET0"), table.stopsEarly(p0), 0.5001e-3, SIMON.line(row));
            assertEquals(SIMON.number(row, "attained_alpha"), table.rejects(p0), 0.5001e-4, SIMON.line(row));
            assertEquals(SIMON.number(row, "attained_power"), table.rejects(p1), 0.5001e-4, SIMON.line(row));

            SimonSearch search = SimonSearch.of(p0, p1, alpha, power);
            boolean minimax = SIMON.text(row, "type").equals("minimax");
            SimonDesign ours = minimax ? search.minimax() : optimalUpTo(OPTIMAL_SEARCHED_TO, search, p0);
            if (!ours.equals(table)) {
                assertTrue(ours.rejects(p0) <= alpha && ours.rejects(p1) >= power, ours + " for " + SIMON.line(row));
                boolean fewer = ours.n() < table.n();
                boolean fewerExpected = ours.expectedPatients(p0) < table.expectedPatients(p0);
                assertTrue(
                        minimax ? fewer || (ours.n() == table.n() && fewerExpected) : fewerExpected, SIMON.line(row));
                boolean shortStage1 = ours.n1() < 4;
                int oneStage = ExactSingleStage.first(p0, p1, alpha, power).n();
                assertTrue(shortStage1 || ours.n() < oneStage - 3, ours + " for " + SIMON.line(row));
                better.add(String.format(
                        Locale.ROOT,
                        "| %s | %s | %s | %s | %s | %s | %.4f | %s | %.4f | %.6f | %.6f | %s |",
                        SIMON.text(row, "type"),
                        SIMON.text(row, "p0"),
                        SIMON.text(row, "p1"),
                        SIMON.text(row, "alpha"),
                        SIMON.text(row, "power"),
                        written(table),
                        table.expectedPatients(p0),
                        written(ours),
                        ours.expectedPatients(p0),
                        ours.rejects(p0),
                        ours.rejects(p1),
                        shortStage1 ? "stage 1" : "sizes"));
            }
        }
        List<String> page = Files.readAllLines(Path.of("docs", "simon.md"));
        assertEquals(page.subList(page.size() - 19, page.size()), better);
    }

    private static String written(SimonDesign design) {
        return design.r1() + "/" + design.n1() + " " + design.r() + "/" + design.n();
    }

    private static SimonDesign optimalUpTo(int largest, SimonSearch search, double p0) {
        SimonDesign best = search.minimax();
        for (int n = best.n() + 1; n <= largest; n++) {
            SimonDesign design = search.bestOfSize(n).orElse(best);
            best = design.expectedPatients(p0) < best.expectedPatients(p0) - 1e-9 ? design : best; // ties occur
        }
        return best;
    }
}
