package marrow.analysis;

import java.util.List;
import java.util.stream.IntStream;
import marrow.trial.cohort.Answers;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.Response;

/** What is compared with what. Group 0 is the reference. */
public sealed interface Grouping {
    /** How many groups there are. */
    int groups();

    /** What must be known of each patient for it. */
    default List<Endpoint> needs() {
        return List.of();
    }

    /** Whether everybody in a trial of so many arms is in one of the groups. */
    boolean countsAll(int ofTrial);

    /** Who is where in the data of the trials that are made here, one after the other. */
    Membership in(Data data);

    /** Says of a patient which group that is; below 0 for none. */
    interface Membership {
        int groupOf(int patient, int arm);
    }

    /** All patients, in one group. */
    record Everybody() implements Grouping {
        @Override
        public int groups() {
            return 1;
        }

        @Override
        public boolean countsAll(int ofTrial) {
            return true;
        }

        @Override
        public Membership in(Data data) {
            return (patient, arm) -> 0;
        }
    }

    /** Arms against the first of them; patients of other arms are left out. */
    record OfArms(List<Integer> arms) implements Grouping {
        public OfArms {
            arms = List.copyOf(arms);
            if (arms.size() < 2 || arms.stream().distinct().count() < arms.size()) {
                throw new IllegalArgumentException("two arms or more are compared, each named once, not " + arms);
            }
        }

        @Override
        public int groups() {
            return arms.size();
        }

        @Override
        public boolean countsAll(int ofTrial) {
            return arms.size() == ofTrial;
        }

        /** Whether every arm of a trial of so many is a group, in order. */
        boolean areAll(int ofTrial) {
            return arms.equals(IntStream.range(0, ofTrial).boxed().toList());
        }

        @Override
        public Membership in(Data data) {
            int most = arms.stream().mapToInt(Integer::intValue).max().orElseThrow();
            int[] group = new int[most + 1];
            for (int arm = 0; arm <= most; arm++) {
                group[arm] = arms.indexOf(arm);
            }
            return (patient, arm) -> arm <= most ? group[arm] : -1;
        }
    }

    /**
     * Responders, group 1, against the others; who has no answer yet is left out. Responders had to stay free of the event until
     * they responded, and a comparison from entry on counts that time in their favour: {@link MantelByarComparison} does not.
     */
    record ByResponse(Response response) implements Grouping {
        @Override
        public int groups() {
            return 2;
        }

        @Override
        public boolean countsAll(int ofTrial) {
            return false;
        }

        @Override
        public List<Endpoint> needs() {
            return List.of(response);
        }

        @Override
        public Membership in(Data data) {
            Answers answers = data.answers(response);
            return (patient, arm) -> answers.answer(patient);
        }
    }
}
