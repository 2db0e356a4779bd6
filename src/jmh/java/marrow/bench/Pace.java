package marrow.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * The pace of one engine or loop in CPU time of its thread, which other work on the machine disturbs less than the time on the
 * wall that JMH takes. For the quick form of {@code bench/run}; one task a process, so that the compiler sees no other.
 */
public final class Pace {
    private static final int PASSES = 6;
    private static final long PASS_NANOS = 600_000_000L;

    private Pace() {}

    /** Prints the nanoseconds of a trial, or of a patient, in the best of the passes; the first ones warm up. */
    public static void main(String[] args) {
        Task task = task(args[0]);
        double best = Double.POSITIVE_INFINITY;
        for (int pass = 0; pass < PASSES; pass++) {
            long began = cpuNanos();
            long done = 0;
            while (cpuNanos() - began < PASS_NANOS) {
                done += task.some();
            }
            best = Math.min(best, (double) (cpuNanos() - began) / done);
        }
        System.out.printf(Locale.ROOT, "%s,%.1f%n", args[0], best);
    }

    /** Does some of what is measured, and says how many trials or patients. */
    private interface Task {
        int some();
    }

    private static Task task(String name) {
        return switch (name) {
            case "t1Engine" -> trials("bench/t1.yaml");
            case "t2Engine" -> trials("bench/t2.yaml");
            case "t3Engine" -> trials("bench/t3.yaml");
            case "t4Engine" -> {
                EngineLives lives = new EngineLives("bench/t4.yaml");
                yield () -> {
                    lives.live(10_000);
                    return 10_000;
                };
            }
            case "t1Loop" -> rejections(TwoArmLoop.oneLook(1));
            case "t2Loop" -> rejections(TwoArmLoop.threeLooks(2));
            case "t3Loop" -> {
                SingleArmLoop loop = new SingleArmLoop(3);
                yield () -> {
                    for (int i = 0; i < 1000; i++) {
                        loop.trial();
                    }
                    return 1000;
                };
            }
            case "t4Loop" -> {
                SixStateLoop loop = new SixStateLoop(4);
                yield () -> {
                    loop.live(10_000);
                    return 10_000;
                };
            }
            case "t5Engine" -> trials("scenarios/haplo-conditioning-31.yaml");
            default -> throw new IllegalArgumentException("there is no task " + name);
        };
    }

    private static Task trials(String file) {
        EngineTrials trials = new EngineTrials(file);
        return () -> {
            trials.run(100);
            return 100;
        };
    }

    private static Task rejections(TwoArmLoop loop) {
        return () -> {
            int rejected = 0;
            for (int i = 0; i < 1000; i++) {
                rejected += loop.rejects() ? 1 : 0;
            }
            return rejected >= 0 ? 1000 : 0;
        };
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
