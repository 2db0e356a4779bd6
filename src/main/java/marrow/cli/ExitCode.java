package marrow.cli;

/** What the process says of itself when it ends. An interrupted one ends with 130, which the JVM does by itself. */
final class ExitCode {
    static final int DONE = 0;
    static final int INTERNAL_FAULT = 1;
    /** A usage, or a scenario, that cannot be run. */
    static final int REFUSED = 2;

    private ExitCode() {}
}
