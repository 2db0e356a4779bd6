package marrow.scenario.trial;

import java.util.List;
import java.util.Optional;
import marrow.dist.Distribution;
import marrow.dist.Fixed;
import marrow.scenario.law.DistributionDecoder;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Names;
import marrow.scenario.text.Nearest;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Entry;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Problems;
import marrow.scenario.value.Kind;
import marrow.scenario.value.Values;
import marrow.trial.Intensity;
import marrow.trial.Recruitment;
import marrow.trial.Screening;
import marrow.trial.Sites;

/** Reads how patients come to the trial. */
public final class RecruitmentDecoder {
    public static final List<String> KEYS = List.of(
            "over", "rate", "ramp", "arrivals", "sites", "each", "opening", "spread", "screening-failure", "about");

    private final Values values;
    private final DistributionDecoder distributions;
    private final Problems problems;

    RecruitmentDecoder(Values values, Problems problems) {
        this.values = values;
        this.distributions = new DistributionDecoder(values, problems);
        this.problems = problems;
    }

    Optional<Recruitment> decode(Node node) {
        Optional<Fields> read = Fields.of(node, "accrual", KEYS, problems);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        Fields fields = read.get();
        List<String> ways =
                List.of("over", "rate", "sites").stream().filter(fields::has).toList();
        if (ways.size() != 1) {
            problems.error(
                    node.at(),
                    "accrual is given by one of over: 24 mo, rate: 2 per mo, or sites: 4 with each: 0.5 per mo"
                            + (ways.isEmpty() ? "" : ", not by " + Names.all(ways)));
            return Optional.empty();
        }
        Optional<Recruitment> coming =
                switch (ways.get(0)) {
                    case "over" -> over(fields);
                    case "rate" -> atRate(fields);
                    default -> bySites(fields);
                };
        Optional<Node> failing = fields.optional("screening-failure");
        if (failing.isEmpty()) {
            return coming;
        }
        double share = values.probability(failing.get());
        return coming.filter(way -> !Double.isNaN(share))
                .flatMap(way -> problems.attempt(failing.get().at(), () -> new Screening(way, share)));
    }

    private Optional<Recruitment> over(Fields fields) {
        refuse(fields, "over", "ramp", "arrivals", "each", "opening", "spread");
        Node node = fields.optional("over").orElseThrow();
        double days = values.time(node);
        return Double.isNaN(days) ? Optional.empty() : problems.attempt(node.at(), () -> Recruitment.over(days));
    }

    private Optional<Recruitment> atRate(Fields fields) {
        refuse(fields, "rate", "each", "opening", "spread");
        Node node = fields.optional("rate").orElseThrow();
        String arrivals = fields.text("arrivals").orElse("poisson");
        if (!arrivals.equals("poisson") && !arrivals.equals("regular")) {
            problems.error(
                    fields.optional("arrivals").orElseThrow().at(),
                    "arrivals are poisson or regular, not '" + arrivals + "'",
                    Nearest.to(arrivals, List.of("poisson", "regular")));
            return Optional.empty();
        }
        Optional<Intensity> intensity =
                fields.has("ramp") ? ramp(fields, node) : node instanceof Mapping steps ? steps(steps) : constant(node);
        return intensity.map(one -> arrivals.equals("poisson") ? Recruitment.poisson(one) : Recruitment.regular(one));
    }

    private Optional<Intensity> constant(Node node) {
        double rate = values.atLeastZero(node, Kind.RATE);
        return Double.isNaN(rate)
                ? Optional.empty()
                : problems.attempt(node.at(), () -> Intensity.steps(new double[] {0}, new double[] {rate}));
    }

    private Optional<Intensity> ramp(Fields fields, Node rate) {
        Node ramp = fields.optional("ramp").orElseThrow();
        double days = values.time(ramp);
        double full = values.atLeastZero(rate, Kind.RATE);
        return Double.isNaN(days) || Double.isNaN(full)
                ? Optional.empty()
                : problems.attempt(ramp.at(), () -> Intensity.ramp(days, full));
    }

    /** {@code {0 mo: 1 per mo, 6 mo: 2 per mo}}: from each time on, that rate. */
    private Optional<Intensity> steps(Mapping steps) {
        int n = steps.entries().size();
        double[] days = new double[n];
        double[] rates = new double[n];
        int before = problems.errors();
        for (int k = 0; k < n; k++) {
            Entry entry = steps.entries().get(k);
            days[k] = values.time(entry.key());
            rates[k] = values.atLeastZero(entry.value(), Kind.RATE);
        }
        return problems.errors() > before
                ? Optional.empty()
                : problems.attempt(steps.at(), () -> Intensity.steps(days, rates));
    }

    private Optional<Recruitment> bySites(Fields fields) {
        refuse(fields, "sites", "ramp", "arrivals");
        Node sites = fields.optional("sites").orElseThrow();
        Optional<Integer> count = values.whole(sites, 1);
        double rate = fields.required("each")
                .map(node -> values.atLeastZero(node, Kind.RATE))
                .orElse(Double.NaN);
        double spread = fields.optional("spread")
                .map(node -> values.atLeastZero(node, Kind.NUMBER))
                .orElse(0.0);
        Optional<Distribution> opening = fields.has("opening")
                ? fields.optional("opening").flatMap(distributions::waiting)
                : Optional.of(Fixed.of(0));
        if (count.isEmpty() || opening.isEmpty() || Double.isNaN(rate) || Double.isNaN(spread)) {
            return Optional.empty();
        }
        return problems.attempt(sites.at(), () -> new Sites(count.get(), opening.get(), rate, spread));
    }

    private void refuse(Fields fields, String way, String... foreign) {
        for (String key : foreign) {
            fields.entry(key)
                    .ifPresent(entry -> problems.error(
                            entry.key().at(), "'" + key + "' has no place where accrual is given by '" + way + "'"));
        }
    }
}
