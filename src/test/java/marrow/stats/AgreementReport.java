package marrow.stats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * The table of {@code results/stats/agreement.txt}: for each test that compares with R, how many numbers, and the largest
 * relative difference. JUnit finds it in {@code META-INF/services}; it writes where the system property
 * {@code marrow.agreement} says, and does nothing without.
 */
public final class AgreementReport implements TestExecutionListener {
    private static final String LINE = "%-92s %9s %13s %8s\n";

    private final String file = System.getProperty("marrow.agreement");
    private final List<String> lines = new ArrayList<>();

    @Override
    public void executionStarted(TestIdentifier test) {
        SameAsR.takeReached();
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .ifPresent(method -> add(method.getClassName().replace("marrow.stats.", "") + " "
                        + method.getMethodName().replace('_', ' ')));
    }

    private void add(String test) {
        SameAsR.takeReached()
                .forEach((allowed, reached) -> lines.add(String.format(
                        Locale.ROOT,
                        LINE,
                        test,
                        reached.getCount(),
                        String.format(Locale.ROOT, "%.1e", reached.getMax()),
                        String.format(Locale.ROOT, "%.0e", allowed))));
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (file != null) {
            lines.sort(null);
            lines.add(0, String.format(LINE, "test", "numbers", "largest diff.", "allowed"));
            try {
                Files.writeString(Path.of(file), String.join("", lines));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
