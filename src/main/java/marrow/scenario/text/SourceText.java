package marrow.scenario.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The text of a file that may be YAML: of bearable size, UTF-8, and without characters that no text has. */
final class SourceText {
    static final int MOST_BYTES = 1_000_000;

    private final String file;
    private final Problems problems;

    private SourceText(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The text without its byte order mark, or nothing where it was refused. */
    static Optional<String> read(Path path, String file, Problems problems) {
        return new SourceText(file, problems).read(path);
    }

    private Optional<String> read(Path path) {
        try {
            if (!Files.exists(path)) {
                return refuse(Position.startOf(file), "there is no such file");
            }
            if (!Files.isRegularFile(path)) {
                return refuse(Position.startOf(file), "this is not a file");
            }
            long size = Files.size(path);
            if (size > MOST_BYTES) {
                return refuse(
                        Position.startOf(file),
                        "the file has " + size + " bytes, and a scenario or fragment has at most " + MOST_BYTES);
            }
            return decoded(Files.readAllBytes(path));
        } catch (IOException unreadable) {
            return refuse(Position.startOf(file), "the file cannot be read");
        }
    }

    private Optional<String> decoded(byte[] bytes) {
        CharsetDecoder utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer characters = CharBuffer.allocate(bytes.length + 1);
        boolean whole = !utf8.decode(ByteBuffer.wrap(bytes), characters, true).isError();
        String text = characters.flip().toString();
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        int foreign = firstForeign(text);
        if (foreign < text.length()) {
            return refuse(
                    positionOf(foreign, text),
                    String.format("the character U+%04X is no text: is this a YAML file?", text.codePointAt(foreign)));
        }
        if (!whole) {
            return refuse(positionOf(text.length(), text), "this is not UTF-8 text: is this a YAML file?");
        }
        if (text.isBlank()) {
            return refuse(Position.startOf(file), "the file is empty");
        }
        return Optional.of(text);
    }

    /**
     * Index of the first character outside YAML's printable set, or the length. Line by line, so that the loop is soon called often enough to be
     * compiled.
     */
    private static int firstForeign(String text) {
        int index = 0;
        int end = 0;
        while (index == end && end < text.length()) {
            int newline = text.indexOf('\n', index);
            end = newline < 0 ? text.length() : newline + 1;
            index = firstForeign(text, index, end);
        }
        return index;
    }

    private static int firstForeign(String text, int from, int to) {
        int index = from;
        while (index < to) {
            int c = text.codePointAt(index);
            boolean printable =
                    c == '\t' || c == '\n' || c == '\r' || c == 0x85 || (c >= 0x20 && c < 0x7F) || c >= 0xA0;
            if (!printable || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF) {
                return index;
            }
            index += Character.charCount(c);
        }
        return index;
    }

    private Position positionOf(int index, String text) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < index; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new Position(file, line, text.codePointCount(lineStart, index) + 1);
    }

    private Optional<String> refuse(Position at, String what) {
        problems.error(at, what);
        return Optional.empty();
    }
}
