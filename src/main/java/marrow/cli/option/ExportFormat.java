package marrow.cli.option;

/** How trials are exported. */
public enum ExportFormat {
    /** Analysis data sets of one trial, each a file of comma-separated values. */
    ADAM_CSV("adam-csv"),
    /** Analysis data sets of one trial, each a file of CDISC Dataset-JSON 1.1. */
    DATASET_JSON("dataset-json"),
    /** What the analyses found, trial by trial. */
    CSV("csv");

    private final String word;

    ExportFormat(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
