package marrow.scenario.trial;

import java.util.List;
import java.util.Optional;
import marrow.scenario.text.Figures;

/** How many patients each arm enrols, as far as its share says it: rules that count patients of one arm are held against that. */
public record ArmSizes(List<ArmDecoder.Written> arms, Optional<Integer> patients) {
    public List<String> names() {
        return arms.stream().map(ArmDecoder.Written::name).toList();
    }

    /** The patients to be expected, the last of them in part counted as one; NaN where the arms or the number of the trial were refused. */
    public double enrols(int arm) {
        if (patients.isEmpty() || arm >= arms.size()) {
            return Double.NaN;
        }
        double all = arms.stream().mapToDouble(ArmDecoder.Written::share).sum();
        double part = arm < 0 ? 1 : arms.get(arm).share() / all;
        return Math.ceil(patients.get() * part - 1e-9);
    }

    /** Who enrols how many, as the user is told. */
    public String told(int arm) {
        String trial = Figures.of(patients.orElseThrow());
        return arm < 0 || arms.size() == 1
                ? "the trial enrols " + trial
                : "arm " + arms.get(arm).name() + " enrols " + Figures.of(enrols(arm)) + " of the " + trial
                        + " of the trial";
    }
}
