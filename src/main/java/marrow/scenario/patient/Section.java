package marrow.scenario.patient;

import java.util.Arrays;
import java.util.List;

/** The parts of a fragment or scenario that hold named things. */
public enum Section {
    PARAMETERS("parameters", "a parameter"),
    POPULATION("population", "a fact of the population"),
    TRACKS("tracks", "a track"),
    DOORS("doors", "a door"),
    CLOCKS("clocks", "a clock"),
    COURSES("courses", "a course");

    private final String key;
    private final String one;

    Section(String key, String one) {
        this.key = key;
        this.one = one;
    }

    public String key() {
        return key;
    }

    /** What one of its things is called. */
    String one() {
        return one;
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(Section::key).toList();
    }
}
