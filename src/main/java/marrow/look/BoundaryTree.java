package marrow.look;

import java.util.Arrays;
import marrow.stats.law.Gaussian;
import marrow.stats.sequential.ObservedBoundary;
import marrow.stats.sequential.SpendingPlan;

/**
 * The boundaries that trials of one plan have met, each found once: a tree with a branch for each information that a look had. Trials that look at given
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

    /** Goes on to a look. */
    Node next(double part, boolean last) {
        double key = last ? -part : part;
        Node found = here.find(key);
        if (found == null) {
            nodes++;
            found = new Node(here.boundary.next(part, last), plan.twoSided());
            here.put(key, found);
        }
        here = found;
        return found;
    }

    /** One look with all that came before it. */
    static final class Node {
        private final ObservedBoundary boundary;
        private final double efficacyP;
        private final double futilityP;
        private double[] keys = new double[4]; // by hash; 0 where free
        private Node[] children = new Node[4];
        private int size;

        Node(ObservedBoundary boundary, boolean twoSided) {
            this.boundary = boundary;
            double upper = Gaussian.upperTail(boundary.critical());
            efficacyP = twoSided ? 2 * upper : upper;
            futilityP = twoSided ? Double.POSITIVE_INFINITY : Gaussian.upperTail(boundary.futility());
        }

        double efficacyZ() {
            return boundary.critical();
        }

        double futilityZ() {
            return boundary.futility();
        }

        /** Rejected where p is at most this. */
        double efficacyP() {
            return efficacyP;
        }

        /** Given up where p is at least this; above 1 for never. */
        double futilityP() {
            return boundary.futility() == Double.NEGATIVE_INFINITY ? Double.POSITIVE_INFINITY : futilityP;
        }

        private Node find(double key) {
            for (int at = place(key, keys.length); keys[at] != 0; at = (at + 1) & (keys.length - 1)) {
                if (keys[at] == key) {
                    return children[at];
                }
            }
            return null;
        }

        private void put(double key, Node child) {
            if (2 * (size + 1) > keys.length) {
                double[] oldKeys = keys;
                Node[] old = children;
                keys = new double[2 * oldKeys.length];
                children = Arrays.copyOf(old, keys.length);
                Arrays.fill(children, null);
                for (int i = 0; i < oldKeys.length; i++) {
                    if (oldKeys[i] != 0) {
                        set(oldKeys[i], old[i]);
                    }
                }
            }
            set(key, child);
            size++;
        }

        private void set(double key, Node child) {
            int at = place(key, keys.length);
            while (keys[at] != 0) {
                at = (at + 1) & (keys.length - 1);
            }
            keys[at] = key;
            children[at] = child;
        }

        private static int place(double key, int room) {
            long bits = Double.doubleToRawLongBits(key) * 0x9E3779B97F4A7C15L;
            return (int) (bits >>> 40) & (room - 1);
        }
    }
}
