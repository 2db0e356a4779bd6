package marrow.look;

import marrow.stats.law.Gaussian;
import marrow.stats.sequential.ObservedBoundary;
import marrow.stats.sequential.SpendingPlan;

/**
 * The boundaries that trials of one plan have met, each found once: a tree with a branch for each look and information that it had. Trials that look at given
 * numbers of events all go the same way down. Scratch of one thread.
 */
final class BoundaryTree {
    private static final int MOST_NODES = 100_000;

    private final SpendingPlan plan;
    private Node root;
    private Node here;
    private int nodes;

    BoundaryTree(SpendingPlan plan) {
        this.plan = plan;
        root = new Node(ObservedBoundary.before(plan), plan.twoSided());
    }

    /** Before the first look of a trial. */
    void begin() {
        if (nodes > MOST_NODES) {
            root = new Node(ObservedBoundary.before(plan), plan.twoSided());
            nodes = 0;
        }
        here = root;
    }

    /** Whether a look with this part of the information would see more than the last one. */
    boolean growsTo(double part) {
        return here.boundary.growsTo(part);
    }

    /**
     * Goes on to a look.
     *
     * @param look its number among those that are planned, from 1
     */
    Node next(int look, double part, boolean last) {
        Node found = here.find(look, part);
        if (found == null) {
            nodes++;
            found = new Node(here.boundary.next(look, part, last), plan.twoSided());
            here.put(look, part, found);
        }
        here = found;
        return found;
    }

    /** One look with all that came before it. */
    static final class Node {
        private final ObservedBoundary boundary;
        private final double efficacyP;
        private final double futilityP;
        private int[] looks = new int[4]; // by hash; 0 where free
        private double[] parts = new double[4];
        private Node[] children = new Node[4];
        private int size;

        Node(ObservedBoundary boundary, boolean twoSided) {
            this.boundary = boundary;
            double upper = Gaussian.upperTail(boundary.critical());
            efficacyP = boundary.critical() == Double.POSITIVE_INFINITY ? Double.NaN : twoSided ? 2 * upper : upper;
            double lower = Gaussian.upperTail(boundary.futility());
            futilityP = twoSided || lower == 1 ? Double.NaN : lower;
        }

        double efficacyZ() {
            return boundary.critical();
        }

        double futilityZ() {
            return boundary.futility();
        }

        /** Rejected where p is at most this; NaN where nothing is, not even for a p that is 0 to a double. */
        double efficacyP() {
            return efficacyP;
        }

        /**
         * Given up where p is at least this; NaN for never. Of a bound so low that its tail is 1 nothing is: a test of no response has a p of
         * exactly 1, which is no Z below it.
         */
        double futilityP() {
            return futilityP;
        }

        private Node find(int look, double part) {
            for (int at = place(look, part, looks.length); looks[at] != 0; at = (at + 1) & (looks.length - 1)) {
                if (looks[at] == look && parts[at] == part) {
                    return children[at];
                }
            }
            return null;
        }

        private void put(int look, double part, Node child) {
            if (2 * (size + 1) > looks.length) {
                int[] oldLooks = looks;
                double[] oldParts = parts;
                Node[] old = children;
                looks = new int[2 * oldLooks.length];
                parts = new double[looks.length];
                children = new Node[looks.length];
                for (int i = 0; i < oldLooks.length; i++) {
                    if (oldLooks[i] != 0) {
                        set(oldLooks[i], oldParts[i], old[i]);
                    }
                }
            }
            set(look, part, child);
            size++;
        }

        private void set(int look, double part, Node child) {
            int at = place(look, part, looks.length);
            while (looks[at] != 0) {
                at = (at + 1) & (looks.length - 1);
            }
            looks[at] = look;
            parts[at] = part;
            children[at] = child;
        }

        private static int place(int look, double part, int room) {
            long bits = (Double.doubleToRawLongBits(part) + look) * 0x9E3779B97F4A7C15L;
            return (int) (bits >>> 40) & (room - 1);
        }
    }
}
