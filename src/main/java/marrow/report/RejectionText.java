package marrow.report;

import java.util.List;
import marrow.analysis.Analysis;
import marrow.design.Role;
import marrow.run.TruthOutcome;

/** What a rejection is called that stands in one column for all analyses under a truth: a null need not be one of each. */
public enum RejectionText {
    POWER("power", "power, %"),
    TYPE_ONE_ERROR("type I error", "type I, %"),
    BOTH("rejections", "rejects, %");

    private final String word;
    private final String column;

    RejectionText(String word, String column) {
        this.word = word;
        this.column = column;
    }

    public static RejectionText of(TruthOutcome outcome) {
        Role role = outcome.truth().role();
        List<Analysis> tests = outcome.study().analyses().stream()
                .filter(analysis -> analysis.hypothesis() != null)
                .toList();
        if (role.isNull() && tests.stream().allMatch(test -> role.isNullOf(test.name()))) {
            return TYPE_ONE_ERROR;
        }
        return tests.stream().anyMatch(test -> role.isNullOf(test.name())) ? BOTH : POWER;
    }

    public String word() {
        return word;
    }

    /** The head of a narrow column of percentages. */
    public String column() {
        return column;
    }
}
