package marrow.journey.life;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Everything that a number of lives left behind, in one line. As a program it tells that of
 * {@link EveryKindOfJourney}, so that other Java machines can be asked. */
public final class LifeDigest {
    private final MessageDigest sha;

    private LifeDigest() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Prints the digest of the first lives of the journey with everything in it. */
    public static void main(String[] args) {
        System.out.println(of(CompiledJourney.of(EveryKindOfJourney.declared(), EveryKindOfJourney.ENTRY), 3000));
    }

    /** The digest of the first lives of a journey. */
    public static String of(CompiledJourney journey, int patients) {
        LifeDigest digest = new LifeDigest();
        Patient patient = Patient.of(journey, 20261120);
        for (int i = 0; i < patients; i++) {
            patient.live(i % 7, i, EveryKindOfJourney.HORIZON);
            digest.add(patient);
        }
        return HexFormat.of().formatHex(digest.sha.digest());
    }

    private void add(Patient patient) {
        CompiledJourney journey = patient.journey();
        for (int m = 0; m < journey.markNames().size(); m++) {
            add(patient.firstDay(m));
            add(patient.lastDay(m));
            add(patient.count(m));
        }
        for (int t = 0; t < journey.trackNames().size(); t++) {
            add(patient.state(t));
        }
        for (int a = 0; a < journey.accountNames().size(); a++) {
            add(patient.account(a));
        }
        for (int f = 0; f < journey.factNames().size(); f++) {
            add(patient.fact(f));
        }
    }

    private void add(double value) {
        sha.update(
                ByteBuffer.allocate(8).putLong(Double.doubleToLongBits(value)).flip());
    }
}
