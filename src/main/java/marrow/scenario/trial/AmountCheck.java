package marrow.scenario.trial;

import java.util.Collection;
import java.util.List;
import marrow.journey.Clock;
import marrow.journey.Course;
import marrow.journey.Journey;
import marrow.scenario.patient.CourseNames;
import marrow.scenario.text.Names;
import marrow.scenario.text.Nearest;
import marrow.scenario.text.Places;
import marrow.scenario.text.Problems;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.Quantity;

/** Whether something is entered under the accounts that endpoints add up, and whether what they cost has prices. */
public final class AmountCheck {
    private final List<Quantity> amounts;
    private final Places places;
    private final Problems problems;

    public AmountCheck(Collection<Endpoint> endpoints, Places places, Problems problems) {
        amounts = endpoints.stream()
                .filter(Quantity.class::isInstance)
                .map(Quantity.class::cast)
                .filter(quantity -> quantity.kind() == Quantity.Kind.AMOUNT)
                .toList();
        this.places = places;
        this.problems = problems;
    }

    public void refuseUnknownAccounts(List<String> accounts) {
        for (Quantity amount : amounts) {
            if (!accounts.contains(amount.of())) {
                problems.error(
                        places.at("endpoints", amount.name(), "amount"),
                        "nothing is entered under '" + amount.of() + "': there are " + Names.all(accounts),
                        Nearest.to(amount.of(), accounts));
            }
        }
    }

    /** Courses count what they cost, which without prices is nothing. */
    public void warnOfCostWithoutPrices(Journey journey, List<Course> courses) {
        for (Quantity amount : amounts) {
            List<Course> counted = courses.stream()
                    .filter(course -> amount.of().equals(CourseNames.COST)
                            || amount.of().equals(CourseNames.line(course.name(), CourseNames.COST)))
                    .toList();
            boolean priced = counted.stream()
                    .map(Course::prices)
                    .anyMatch(prices -> prices.vial() > 0 || prices.hospitalDay() > 0);
            if (!counted.isEmpty() && !priced && !isUsed(amount.of(), journey)) {
                problems.warning(
                        places.named("endpoints", amount.name()),
                        "'" + amount.of() + "' is 0 for everybody: no course that it counts has 'prices'");
            }
        }
    }

    /** Whether a clock enters something under an account. */
    private static boolean isUsed(String account, Journey journey) {
        return journey.clocks().stream()
                .flatMap(Clock::effects)
                .flatMap(effect -> effect.uses().stream())
                .anyMatch(use -> use.account().equals(account));
    }
}
