package bouncer.app.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.util.List;

/** A JSON schema, draft 2020-12. */
record PublishedSchema(Schema schema) {

    static PublishedSchema read(InputStream text) {
        return new PublishedSchema(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text));
    }

    /** Lists what a document violates. */
    List<Error> validate(JsonNode document) {
        return schema.validate(document.toString(), InputFormat.JSON);
    }
}
