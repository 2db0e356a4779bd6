package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandsTest {
    private static CommandLine marrow(String... arguments) {
        PrintWriter nobody = new PrintWriter(Writer.nullWriter());
        return Main.commandLine(nobody, nobody, false, arguments);
    }

    @Test
    void only_the_command_that_is_called_is_read() {
        assertEquals(
                Set.of("validate"),
                marrow("validate", "--help").getSubcommands().keySet());
    }

    @Test
    void all_are_there_where_none_is_called() {
        Set<String> all = marrow().getSubcommands().keySet();
        assertTrue(all.containsAll(Set.of("run", "sweep", "size", "new")), all.toString());
        assertEquals(all, marrow("--help").getSubcommands().keySet());
        assertEquals(all, marrow("rnu").getSubcommands().keySet());
    }

    @Test
    void a_command_is_called_what_its_class_says() {
        marrow().getSubcommands()
                .forEach((name, command) -> assertEquals(
                        command.getCommand()
                                .getClass()
                                .getAnnotation(CommandLine.Command.class)
                                .name(),
                        name));
    }
}
