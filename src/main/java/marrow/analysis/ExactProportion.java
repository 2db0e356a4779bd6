package marrow.analysis;

import marrow.trial.cohort.Answers;
import marrow.trial.endpoint.Response;

/** The exact binomial test of a share of responses, with the Clopper-Pearson interval. */
public record ExactProportion(String name, Response endpoint, int arm, Hypothesis hypothesis) implements Analysis {
    @Override
    public String method() {
        return "exact binomial";
    }

    @Override
    public Estimand estimand() {
        return new Estimand.Share(arm);
    }

    @Override
    public Desk desk(Data data) {
        Answers answers = data.answers(endpoint);
        ExactTable table = new ExactTable(hypothesis);
        return finding -> {
            table.fill(finding, answers.yes(arm), answers.known(arm));
            finding.sample(answers.known(arm), answers.yes(arm));
        };
    }
}
