package marrow.scenario;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What may happen to a file: bytes flipped, lines dropped, doubled, swapped, moved sideways, words swapped or replaced. */
final class Damage {
    private static final Pattern WORD = Pattern.compile("[^\\s:{}\\[\\],#]+");
    private static final List<String> WORDS = List.of(
            "",
            "0",
            "1",
            "-1",
            ".5",
            "1e999",
            "1e-300",
            "1e300",
            "NaN",
            "99999999999999999999",
            "~",
            "null",
            "off",
            "rest",
            "yes",
            "no",
            "100 %",
            "0 %",
            "1 y",
            "0 d",
            "1e-9 d",
            "1e9 y",
            "0.1 per d",
            "7/14",
            "$x",
            "&a",
            "*a",
            "!!str",
            "{",
            "}",
            "[",
            "]",
            "a: b",
            "{}",
            "[]",
            "'",
            "\"",
            "|",
            ">",
            "- ",
            "<<",
            "alive",
            "not");

    private final SplittableRandom random;

    Damage(SplittableRandom random) {
        this.random = random;
    }

    byte[] to(byte[] file) {
        byte[] damaged = file;
        for (int blows = 1 + random.nextInt(3); blows > 0; blows--) {
            damaged = random.nextInt(5) == 0
                    ? bits(damaged)
                    : text(new String(damaged, ISO_8859_1)).getBytes(ISO_8859_1);
        }
        return damaged;
    }

    private byte[] bits(byte[] file) {
        byte[] damaged = file.clone();
        if (damaged.length > 0) {
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return damaged;
    }

    private String text(String file) {
        List<String> lines = new ArrayList<>(Arrays.asList(file.split("\n", -1)));
        int one = random.nextInt(lines.size());
        int other = random.nextInt(lines.size());
        switch (random.nextInt(7)) {
            case 0 -> lines.remove(one);
            case 1 -> lines.add(other, lines.get(one));
            case 2 -> lines.set(one, lines.set(other, lines.get(one)));
            case 3 -> lines.set(one, " ".repeat(1 + random.nextInt(3)) + lines.get(one));
            case 4 -> lines.set(one, lines.get(one).replaceFirst("^ {1,2}", ""));
            default -> {
                return words(file);
            }
        }
        return String.join("\n", lines);
    }

    private String words(String file) {
        List<MatchResult> words = WORD.matcher(file).results().toList();
        if (words.isEmpty()) {
            return file;
        }
        MatchResult word = words.get(random.nextInt(words.size()));
        String other = random.nextBoolean()
                ? WORDS.get(random.nextInt(WORDS.size()))
                : words.get(random.nextInt(words.size())).group();
        return file.substring(0, word.start()) + other + file.substring(word.end());
    }
}
