package marrow.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * One command carried out again and again in the same process: the first time everything is loaded and compiled on the way, the last times nothing is.
 * The difference is what a JVM costs that starts for one command, and the last times are what no way of starting it can go below. Prints lines of
 * comma-separated values: seconds by the clock on the wall and of CPU. What the command prints goes nowhere.
 */
public final class Again {
    private static final int TIMES = 15;

    private Again() {}

    /** @param args the command, as after {@code ./marrow} */
    public static void main(String[] args) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.out.println("time,wall_s,cpu_s");
        for (int time = 1; time <= TIMES; time++) {
            long began = System.nanoTime();
            long beganCpu = system.getProcessCpuTime();
            int code = Main.run(args, OutputStream.nullOutputStream(), System.err, false);
            if (code != 0) {
                throw new IllegalStateException("the command ended with " + code);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d,%.3f,%.3f%n",
                    time,
                    (System.nanoTime() - began) / 1e9,
                    (system.getProcessCpuTime() - beganCpu) / 1e9);
        }
    }
}
