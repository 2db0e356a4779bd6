package marrow.cli;

import java.io.IOException;
import java.util.Map;
import marrow.scenario.Reading;
import marrow.scenario.ScenarioFiles;
import marrow.scenario.ScenarioReader;

/**
 * A small scenario, read and thrown away by a thread of its own while the options of a command are being parsed. What reading takes at the start of a JVM is to load
 * classes and to link calls, most of which are the same for every scenario, and a second core has nothing else to do then: {@code marrow validate} is done a seventh sooner,
 * for no more CPU time. On one core nothing is read. The two threads cannot wait for each other's classes: {@code InitialisersTest}.
 */
final class Ahead {
    private Ahead() {}

    static void begin() {
        if (Runtime.getRuntime().availableProcessors() < 2) {
            return;
        }
        Thread ahead = new Thread(Ahead::read, "ahead");
        ahead.setDaemon(true);
        ahead.setUncaughtExceptionHandler((thread, fault) -> {}); // the command meets it as well, and tells it
        ahead.start();
    }

    /** What is read: the scenario from which {@code marrow new} starts. */
    static Reading read() {
        try {
            return ScenarioReader.read(ScenarioFiles.ofText("ahead", NewScenario.template(1, "ahead")), Map.of());
        } catch (IOException noTemplate) {
            throw new IllegalStateException(noTemplate);
        }
    }
}
