package marrow.analysis;

/** An analysis put to the data of one thread: answered once a cut, by whoever asks first, so that a last look and the table of results ask one test. */
public final class Inquiry {
    private final Data data;
    private final Analysis.Desk desk;
    private final Finding finding = new Finding();
    private long answeredAt = -1;

    Inquiry(Data data, Analysis analysis) {
        this.data = data;
        desk = analysis.desk(data);
    }

    /** What the analysis finds in the data as they are cut now. Refilled after the next cut. */
    public Finding finding() {
        if (answeredAt != data.cuts()) {
            finding.clear();
            desk.analyse(finding);
            answeredAt = data.cuts();
        }
        return finding;
    }
}
