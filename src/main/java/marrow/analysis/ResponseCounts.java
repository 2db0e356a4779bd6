package marrow.analysis;

import java.util.Arrays;
import marrow.trial.cohort.Answers;
import marrow.trial.cohort.StratumColumn;
import marrow.trial.endpoint.Response;
import marrow.trial.endpoint.Stratification;

/** Responses and the lack of them, counted by stratum and group, among those whose answer is known. Scratch of one thread. */
final class ResponseCounts {
    private final Answers answers;
    private final Grouping.Membership membership;
    private final StratumColumn column;
    private final int[][][] counts;
    private final int[][] total;

    ResponseCounts(Data data, Response response, Grouping grouping, Stratification strata) {
        answers = data.answers(response);
        membership = grouping.in(data);
        column = strata == null ? null : data.strata(strata);
        counts = new int[column == null ? 1 : column.strata()][grouping.groups()][2];
        total = new int[grouping.groups()][2];
    }

    /** Counts in the present data. */
    void count() {
        for (int[][] table : counts) {
            clear(table);
        }
        clear(total);
        for (int i = 0; i < answers.patients(); i++) {
            int group = membership.groupOf(i, answers.arm(i));
            int answer = answers.answer(i);
            if (group >= 0 && answer != Answers.UNKNOWN) {
                int place = answer == Answers.YES ? 0 : 1;
                counts[column == null ? 0 : column.stratum(i)][group][place]++;
                total[group][place]++;
            }
        }
    }

    private static void clear(int[][] table) {
        for (int[] row : table) {
            Arrays.fill(row, 0);
        }
    }

    int yes(int group) {
        return total[group][0];
    }

    int no(int group) {
        return total[group][1];
    }

    int known(int group) {
        return total[group][0] + total[group][1];
    }

    /** A row a group: responses, and none. */
    int[][] table() {
        return total;
    }

    /** For each stratum those of the later group and of the reference: yes, no, yes, no. */
    int[][] stratified() {
        return Arrays.stream(counts)
                .map(table -> new int[] {table[1][0], table[1][1], table[0][0], table[0][1]})
                .toArray(int[][]::new);
    }
}
