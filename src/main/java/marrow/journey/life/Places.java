package marrow.journey.life;

import java.util.Arrays;

/** Where each number stands in a list of numbers. */
final class Places {
    private Places() {}

    /** For each of the numbers 0 .. numbers - 1 the places in the list where it stands, rising. Below 0 stands none. */
    static int[][] of(int[] list, int numbers) {
        int[][] places = new int[numbers][0];
        for (int place = 0; place < list.length; place++) {
            int number = list[place];
            if (number >= 0) {
                int[] before = places[number];
                places[number] = Arrays.copyOf(before, before.length + 1);
                places[number][before.length] = place;
            }
        }
        return places;
    }
}
