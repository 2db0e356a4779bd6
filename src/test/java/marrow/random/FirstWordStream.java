package marrow.random;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Writes the first word of each address along one walk to standard output, for TestU01, until the reader hangs up.
 *
 * <p>Arguments: the walk, and the seed. A walk moves one coordinate by steps of 1 from 0 and fixes the others; keys of
 * clocks are then the plain integers 0, 1, 2, ..., a harder case than keys of names. {@code mixed} is the order of a real
 * run: 1000 patients a replicate, ten clocks by their names, each with two occurrences.
 */
final class FirstWordStream {
    private static final int BYTES = 1 << 20;
    private static final int WORDS = BYTES / Long.BYTES;
    private static final String[] CLOCKS = {
        "relapse",
        "non-relapse-death",
        "engraftment",
        "acute-gvhd-2-4",
        "acute-gvhd-3-4",
        "chronic-gvhd",
        "cytokine-release",
        "neurotoxicity",
        "lost",
        "bridging-transplant"
    };
    private static final int PATIENTS = 1000;

    private final AddressedRandom random;
    private final long[] clocks = new long[CLOCKS.length];

    private FirstWordStream(long seed) {
        random = AddressedRandom.of(seed);
        for (int i = 0; i < CLOCKS.length; i++) {
            clocks[i] = AddressedRandom.clockKey(CLOCKS[i]);
        }
    }

    public static void main(String[] arguments) {
        try {
            new FirstWordStream(Long.parseLong(arguments[1])).write(arguments[0]);
        } catch (IOException e) {
            // The reader has seen enough and closed the pipe.
        }
    }

    private void write(String walk) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BYTES).order(ByteOrder.nativeOrder());
        long[] words = new long[WORDS];
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            for (long from = 0; ; from += WORDS) {
                fill(walk, from, words);
                buffer.clear();
                buffer.asLongBuffer().put(words);
                while (buffer.hasRemaining()) {
                    out.getChannel().write(buffer);
                }
            }
        }
    }

    private void fill(String walk, long from, long[] words) {
        switch (walk) {
            case "occurrences" -> alongOccurrences(from, words);
            case "clocks" -> alongClocks(from, words);
            case "patients" -> alongPatients(from, words);
            case "replicates" -> alongReplicates(from, words);
            case "mixed" -> inOrderOfARun(from, words);
            default -> throw new IllegalArgumentException("no walk is called " + walk);
        }
    }

    private void alongOccurrences(long from, long[] words) {
        for (int i = 0; i < words.length; i++) {
            random.at(clocks[0], from + i);
            words[i] = random.nextLong();
        }
    }

    private void alongClocks(long from, long[] words) {
        for (int i = 0; i < words.length; i++) {
            random.at(from + i, 0);
            words[i] = random.nextLong();
        }
    }

    private void alongPatients(long from, long[] words) {
        for (int i = 0; i < words.length; i++) {
            random.patient(0, from + i);
            random.at(clocks[0], 0);
            words[i] = random.nextLong();
        }
    }

    private void alongReplicates(long from, long[] words) {
        for (int i = 0; i < words.length; i++) {
            random.patient(from + i, 0);
            random.at(clocks[0], 0);
            words[i] = random.nextLong();
        }
    }

    private void inOrderOfARun(long from, long[] words) {
        int perPatient = 2 * clocks.length;
        long before = Long.MIN_VALUE;
        for (int i = 0; i < words.length; i++) {
            long patient = (from + i) / perPatient;
            int place = (int) ((from + i) % perPatient);
            if (patient != before) {
                random.patient(patient / PATIENTS, patient % PATIENTS);
                before = patient;
            }
            random.at(clocks[place / 2], place % 2);
            words[i] = random.nextLong();
        }
    }
}
