package marrow.scenario.patient;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.scenario.text.Nearest;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Entry;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Node.Sequence;
import marrow.scenario.text.Problems;
import marrow.scenario.value.QuantityReader;

/**
 * The named things of all fragments and of the scenario, merged but not yet interpreted. Two fragments may not define the same name;
 * the scenario changes what they define key by key, and takes away what it calls {@code off}. Only tracks may be
 * listed by several: they share their states.
 */
public final class Declarations {
    private static final String OFF = "off";

    /** Keeps the work of reading within seconds, whatever the file. */
    private static final int MOST_THINGS = 500;

    private final Map<Section, Map<String, Entry>> things = new EnumMap<>(Section.class);
    private final Map<String, List<Entry>> trackListings = new LinkedHashMap<>();
    private final Problems problems;
    private boolean unreadable;

    public Declarations(Problems problems) {
        this.problems = problems;
        for (Section section : Section.values()) {
            things.put(section, new LinkedHashMap<>());
        }
    }

    /** The things of a section in order of first mention; the tracks here are those that say how they start. */
    public List<Entry> of(Section section) {
        return List.copyOf(things.get(section).values());
    }

    /** Every plain listing of states, by track. */
    public Map<String, List<Entry>> trackListings() {
        return trackListings;
    }

    /** Whether a whole section could not be read, so that all its names would be missed. */
    public boolean lacksSection() {
        return unreadable;
    }

    public void addFragment(Mapping fragment) {
        eachThing(fragment, (section, entry) -> {
            if (listsTrack(section, entry)) {
                list(entry);
                return;
            }
            Entry earlier = things.get(section).putIfAbsent(entry.name(), entry);
            if (earlier != null) {
                problems.error(
                        entry.key().at(),
                        section.one() + " '" + entry.name() + "' is defined in "
                                + earlier.key().at() + " already");
            }
        });
    }

    public void addScenario(Mapping scenario) {
        eachThing(scenario, (section, entry) -> {
            if (isOff(entry.value())) {
                remove(section, entry);
            } else if (listsTrack(section, entry)) {
                list(entry);
            } else {
                things.get(section)
                        .merge(
                                entry.name(),
                                entry,
                                section == Section.PARAMETERS ? Declarations::mergedParameter : Declarations::merged);
            }
        });
    }

    /** Things that take the place of those of their names, as they stand: no key of theirs is left. */
    public void replace(Mapping others) {
        eachThing(others, (section, entry) -> {
            if (isOff(entry.value())) {
                remove(section, entry);
            } else {
                things.get(section).put(entry.name(), entry);
            }
        });
    }

    private interface Taker {
        void take(Section section, Entry entry);
    }

    private void eachThing(Mapping file, Taker taker) {
        for (Section section : Section.values()) {
            Optional<Node> node = file.get(section.key());
            if (node.isPresent() && node.get() instanceof Mapping mapping) {
                mapping.entries().stream().limit(MOST_THINGS).forEach(entry -> taker.take(section, entry));
                if (mapping.entries().size() > MOST_THINGS) {
                    problems.error(
                            mapping.entries().get(MOST_THINGS).key().at(),
                            "a file has at most " + MOST_THINGS + " of its '" + section.key() + "'");
                }
            } else if (node.isPresent() && !(node.get() instanceof Scalar empty && empty.isEmpty())) {
                unreadable = true;
                problems.error(
                        node.get().at(),
                        "'" + section.key() + "' holds names, each with " + section.one() + ", and this is "
                                + node.get().named());
            }
        }
    }

    private static boolean listsTrack(Section section, Entry entry) {
        return section == Section.TRACKS && entry.value() instanceof Sequence;
    }

    private void list(Entry entry) {
        trackListings.computeIfAbsent(entry.name(), name -> new ArrayList<>()).add(entry);
    }

    private void remove(Section section, Entry entry) {
        boolean listed = section == Section.TRACKS && trackListings.remove(entry.name()) != null;
        if (things.get(section).remove(entry.name()) == null && !listed) {
            problems.error(
                    entry.key().at(),
                    "there is no " + section.one().substring(2) + " '" + entry.name() + "' to take away",
                    Nearest.to(entry.name(), things.get(section).keySet()));
        }
    }

    /** The keys of both, those of the second in place of the first's; a key that the second calls off is gone. */
    private static Entry merged(Entry first, Entry second) {
        if (!(first.value() instanceof Mapping mine && second.value() instanceof Mapping theirs)) {
            return second;
        }
        Map<String, Entry> keys = new LinkedHashMap<>();
        mine.entries().forEach(entry -> keys.put(entry.name(), entry));
        for (Entry entry : theirs.entries()) {
            if (isOff(entry.value()) && keys.containsKey(entry.name())) {
                keys.remove(entry.name());
            } else {
                keys.put(entry.name(), entry);
            }
        }
        return new Entry(second.key(), new Mapping(theirs.at(), List.copyOf(keys.values())));
    }

    /** Of a parameter: a count brings its exact interval, so that the range of the value before goes with that value. */
    private static Entry mergedParameter(Entry first, Entry second) {
        Entry both = merged(first, second);
        if (!(both.value() instanceof Mapping all
                && second.value() instanceof Mapping theirs
                && theirs.get("plausible").isEmpty()
                && theirs.get("value").filter(Declarations::isCounts).isPresent())) {
            return both;
        }
        List<Entry> keys = all.entries().stream()
                .filter(entry -> !entry.name().equals("plausible"))
                .toList();
        return new Entry(both.key(), new Mapping(all.at(), keys));
    }

    private static boolean isCounts(Node node) {
        return node instanceof Scalar scalar && QuantityReader.isCounts(scalar);
    }

    private static boolean isOff(Node node) {
        return node instanceof Scalar scalar && scalar.text().equals(OFF) && !scalar.quoted();
    }
}
