package marrow.scenario.law;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import marrow.scenario.text.Names;

/**
 * One way to give a law: by these keys, in this order.
 *
 * @param make the law from the values of the keys; from p1, x1, p2, x2 where the one key is {@code quantiles}
 */
public record LawForm<T>(List<String> keys, Function<double[], T> make) {
    public static final String QUANTILES = "quantiles";

    /** @param keys separated by blanks */
    static <T> LawForm<T> by(String keys, Function<double[], T> make) {
        return new LawForm<>(keys.isEmpty() ? List.of() : Arrays.asList(keys.split(" ", -1)), make);
    }

    boolean givenBy(Set<String> present) {
        return present.equals(Set.copyOf(keys));
    }

    boolean byQuantiles() {
        return keys.equals(List.of(QUANTILES));
    }

    /** "shape and scale, shape and mean or quantiles". */
    static <T> String ways(Collection<LawForm<T>> forms) {
        return Names.either(forms.stream().map(form -> Names.all(form.keys())).collect(Collectors.toList()));
    }
}
