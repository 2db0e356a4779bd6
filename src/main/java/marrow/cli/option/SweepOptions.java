package marrow.cli.option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marrow.scenario.Axis;
import marrow.scenario.Scenario;
import marrow.scenario.Sweep;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** At which points a command asks a scenario: what the command line says, or else the scenario. */
public final class SweepOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--vary",
            paramLabel = "NAME=VALUES",
            converter = AxisConverter.class,
            description =
                    "The values of a parameter, of a place such as trial.patients, or of 'truth': V1,V2,... or FROM..TO:STEP. May be repeated. In place of the scenario's sweep.")
    private List<Axis> axes = new ArrayList<>();

    @ArgGroup
    private Combination combination;

    @Option(
            names = "--reference",
            paramLabel = "NAME=VALUE",
            description =
                    "The point with which the others are compared: the first with this value (default: the first of all). May be repeated.")
    private Map<String, String> reference = new LinkedHashMap<>();

    /** How values are combined. */
    private static final class Combination {
        @Option(names = "--cross", description = "All combinations of the values (default).")
        private boolean cross;

        @Option(names = "--zip", description = "The first values of all together, then the second.")
        private boolean zip;

        boolean isZip() {
            return zip && !cross;
        }
    }

    /** Reads an axis as a user writes it. */
    static final class AxisConverter implements ITypeConverter<Axis> {
        @Override
        public Axis convert(String text) {
            try {
                return Axis.of(text);
            } catch (IllegalArgumentException refused) {
                throw new TypeConversionException(refused.getMessage());
            }
        }
    }

    public Sweep of(Scenario scenario) {
        if (axes.isEmpty() && scenario.sweep().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "nothing varies: give --vary NAME=V1,V2,... or a 'sweep' in the scenario");
        }
        try {
            if (!axes.isEmpty()) {
                return Sweep.of(axes, combination != null && combination.isZip(), reference);
            }
            Sweep own = scenario.sweep().get();
            boolean zipped = combination == null ? own.zipped() : combination.isZip();
            return Sweep.of(own.axes(), zipped, reference.isEmpty() ? own.values(own.reference()) : reference);
        } catch (IllegalArgumentException refused) {
            throw new ParameterException(spec.commandLine(), refused.getMessage());
        }
    }
}
