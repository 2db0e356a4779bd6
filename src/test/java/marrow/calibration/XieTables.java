package marrow.calibration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.Response;

/**
 * What Xie et al. 2023 (Front. Pediatr. 11:1187607) printed, tied to the endpoints of the scenario short-course-rr. The CSV files
 * are the paper's tables 3 to 5.
 */
final class XieTables {
    /**
     * The paper prints DFS 25/26 after remission, the one event a death; its Discussion tells of two relapses 15 and 53 days after
     * remission. The second reading is held to be true, the first is shown.
     */
    static final String CONTRADICTED = "Relapse or death after CR";

    /** The lines of Tables 3 and 5 by the endpoints that stand for them. */
    private static final Map<String, String> ENDPOINT_OF_TABLE_3 = names(
            "Fever=fever",
            "Leukopenia=leukopenia",
            "Hypokalemia=hypokalaemia",
            "Thrombocytopenia=thrombocytopenia",
            "Liver function damage=liver",
            "Hypocalcemia=hypocalcaemia",
            "Oliguria and edema=oliguria-oedema",
            "Cardiotoxicity=heart",
            "Abnormal coagulation function=coagulation",
            "Hypertension=hypertension",
            "Elevated uric acid=uric-acid",
            "Rash=rash",
            "Abdominal pain=abdominal-pain",
            "Hypotension=hypotension",
            "Pancreatitis=pancreatitis",
            "CRS=crs",
            "ICANS=icans");

    private static final Map<String, String> ENDPOINT_OF_TABLE_5 = names(
            "GVHD=gvhd",
            "Skin=gvhd-skin",
            "Gastrointestinal tract=gvhd-gut",
            "Infection=infection",
            "Pseudomonas aeruginosa + CMV=pseudomonas-cmv",
            "Escherichia coli=escherichia",
            "CMV=cmv",
            "Other=other-infection",
            "Secondary hypertension=post-hypertension",
            "Cardiac damage=post-cardiac",
            "Hypohepatia=post-liver",
            "Periimplantation syndrome=engraftment-syndrome",
            "Capillary leak syndrome=capillary-leak",
            "Hemorrhagic cystitis=haemorrhagic-cystitis",
            "CNS=central-nervous",
            "VOD=vod",
            "TMA=tma");

    private final Map<String, Endpoint> endpoints;
    private final List<Figure> figures = new ArrayList<>();

    private XieTables(List<Endpoint> endpoints) {
        this.endpoints = endpoints.stream().collect(Collectors.toMap(Endpoint::name, Function.identity()));
    }

    /** All figures, tied to these endpoints of the scenario. */
    static List<Figure> figures(List<Endpoint> endpoints) {
        XieTables tables = new XieTables(endpoints);
        tables.outcome();
        tables.table4();
        tables.table3();
        tables.table5();
        return List.copyOf(tables.figures);
    }

    private void outcome() {
        count("CR", "3.2", 26, "CR", true);
        count("MRD below 1e-4", "Table 2", 25, "MRD-negative", true);
        count("Bridging transplant", "3.2", 15, "bridged", true);
        figures.add(new Figure("Alive", "3.4", 29, false, by("Alive", null, "death"), Figure.Of.REST));
        until("Deaths after CR", "Table 2", 1, false, "short-course-remission", "death");
        until("Deaths without CR", "Table 2", 3, true, "no-remission", "death");
        until("Deaths, CR and transplant", "3.5", 1, false, "transplant-planned", "death");
        until("Deaths, CR, no transplant", "3.5", 0, false, "no-transplant-planned", "death");
        until(CONTRADICTED, "3.2", 1, false, "short-course-remission", "relapse", "death");
        until("  with the two relapses told", "4", 3, true, "short-course-remission", "relapse", "death");
        figure("Days of infusion, mean", "4", 16.3, false, "infusion-days", Figure.Of.MEAN);
    }

    private void table3() {
        for (Map<String, String> row : rows("xie2023_table3.csv")) {
            String line = row.get("adverse_event");
            String endpoint = known(ENDPOINT_OF_TABLE_3, line);
            count(line, "Table 3", Double.parseDouble(row.get("all_n")), endpoint, true);
            if (line.equals("CRS")) {
                count("CRS, as in the text", "3.3", 18, endpoint, true);
            }
            double severe = Double.parseDouble(row.get("grade3_4_n"));
            count("  grade 3-4", "Table 3", severe, endpoint + "-3", true);
        }
    }

    /** Days to the transplant and to engraftment; of the patient with two grafts the second engrafted. */
    private void table4() {
        List<Map<String, String>> rows = rows("xie2023_table4.csv");
        median("Days to transplant, median", rows, "days_blina_end_to_hsct", "days-to-transplant");
        median("Days to neutrophils, median", rows, "neutrophil_engraft_day", "days-to-neutrophils");
        median("Days to platelets, median", rows, "platelet_engraft_day", "days-to-platelets");
    }

    private void table5() {
        for (Map<String, String> row : rows("xie2023_table5.csv")) {
            String line = row.get("adverse_event");
            double n = Double.parseDouble(row.get("n"));
            String indent = row.get("parent").isEmpty() ? "" : "  ";
            count(indent + line, "Table 5", n, known(ENDPOINT_OF_TABLE_5, line), true);
        }
    }

    private void median(String what, List<Map<String, String>> rows, String column, String endpoint) {
        double[] days = rows.stream()
                .map(row -> row.get(column))
                .filter(day -> !day.isEmpty())
                .mapToDouble(Double::parseDouble)
                .sorted()
                .toArray();
        double median = (days[(days.length - 1) / 2] + days[days.length / 2]) / 2;
        figure(what, "Table 4", median, true, endpoint, Figure.Of.MEDIAN);
    }

    private void count(String what, String where, double n, String endpoint, boolean given) {
        figure(what, where, n, given, endpoint, Figure.Of.COUNT);
    }

    private void figure(String what, String where, double value, boolean given, String endpoint, Figure.Of of) {
        figures.add(new Figure(what, where, value, given, endpoints.get(endpoint), of));
    }

    /** Patients who had one of these marks when the data were cut. */
    private void until(String what, String where, double n, boolean given, String from, String... marks) {
        figures.add(new Figure(what, where, n, given, by(what, from, marks), Figure.Of.COUNT));
    }

    private static Response by(String what, String from, String... marks) {
        return new Response(what, from, Arrays.asList(marks), List.of(), Double.POSITIVE_INFINITY, true);
    }

    private static String known(Map<String, String> names, String line) {
        if (!names.containsKey(line)) {
            throw new IllegalStateException("no endpoint stands for the line '" + line + "'");
        }
        return names.get(line);
    }

    private static Map<String, String> names(String... pairs) {
        Map<String, String> names = new HashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            names.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return names;
    }

    private static List<Map<String, String>> rows(String file) {
        try (InputStream in = XieTables.class.getResourceAsStream(file)) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            String[] columns = lines.get(0).split(",");
            return lines.stream().skip(1).map(line -> row(columns, line)).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Map<String, String> row(String[] columns, String line) {
        String[] fields = line.split(",", -1);
        Map<String, String> row = new HashMap<>();
        for (int k = 0; k < columns.length; k++) {
            row.put(columns[k], fields[k]);
        }
        return row;
    }
}
