package marrow.cli.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceCodeTest {
    @TempDir
    private Path folder;

    @Test
    void it_is_of_the_files_their_names_and_nothing_else() throws IOException {
        Path one = Files.createDirectories(folder.resolve("marrow")).resolve("One.java");
        Files.writeString(one, "class One {}");
        Files.writeString(folder.resolve("Two.java"), "class Two {}");
        String before = SourceCode.sha256(folder);
        assertEquals(64, before.length());
        Files.writeString(one, "class One { }");
        assertNotEquals(before, SourceCode.sha256(folder));
        Files.writeString(one, "class One {}");
        assertEquals(before, SourceCode.sha256(folder));
        Files.move(one, one.resolveSibling("Other.java"));
        assertNotEquals(before, SourceCode.sha256(folder));
    }

    @Test
    void the_sources_stand_beside_the_classes() throws IOException {
        assertNotNull(SourceCode.class.getResource("/marrow/source/marrow/cli/folder/SourceCode.java"));
        assertNotNull(SourceCode.class.getResource("/marrow/source/pom.xml"));
        assertEquals(64, SourceCode.sha256().length());
    }
}
