package marrow.cli.terminal;

/** What the process says of itself when it ends. */
public final class ExitCode {
    public static final int DONE = 0;
    /** A defect of Marrow. */
    static final int INTERNAL_FAULT = 1;
    /** A usage, or a scenario, that cannot be run. */
    public static final int REFUSED = 2;

    /** The precision asked for was not reached with the trials allowed; what was reached was given. */
    public static final int NOT_PRECISE = 3;

    /** Two runs that were compared differ. */
    public static final int DIFFERENT = 4;

    /** Some trials failed; the results of the others were given. */
    public static final int FAILED_TRIALS = 5;

    /** The output, or a file, could not be written or shown: a full disk, a folder without permission, another run in it. */
    public static final int UNWRITTEN = 6;

    /** As the shell has it for Ctrl-C. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
