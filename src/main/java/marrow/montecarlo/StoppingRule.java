package marrow.montecarlo;

/** Says when a run has come far enough. It is asked after each block, in their order, and looks at nothing but the sums. */
@FunctionalInterface
public interface StoppingRule {
    StoppingRule NEVER = soFar -> false;

    /** Whether the sums over the first replicates suffice. */
    boolean suffices(Block soFar);
}
