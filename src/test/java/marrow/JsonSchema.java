package marrow;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A JSON Schema, to hold texts against. */
public final class JsonSchema {
    private final Schema schema;

    private JsonSchema(Schema schema) {
        this.schema = schema;
    }

    public static JsonSchema in(Path file) throws IOException {
        return new JsonSchema(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(file), InputFormat.JSON));
    }

    /** What it has against a text of JSON. */
    public List<String> againstJson(String json) {
        return said(json, InputFormat.JSON);
    }

    /** What it has against a text of YAML. */
    public List<String> againstYaml(String yaml) {
        return said(yaml, InputFormat.YAML);
    }

    private List<String> said(String text, InputFormat format) {
        return schema.validate(text, format).stream().map(Object::toString).toList();
    }
}
