package marrow.design;

/** What a truth is to the tests: under the null a rejection is an error, elsewhere it is power. */
public enum Role {
    NULL("null"),
    ALTERNATIVE("alternative");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /** As it is written in scenarios and results. */
    public String word() {
        return word;
    }
}
