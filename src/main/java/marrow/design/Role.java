package marrow.design;

/** What a truth is to the tests: under the null a rejection is an error, elsewhere it is power. */
public enum Role {
    NULL,
    ALTERNATIVE
}
