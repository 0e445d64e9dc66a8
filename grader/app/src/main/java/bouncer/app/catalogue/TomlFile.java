package bouncer.app.catalogue;

import bouncer.checks.Fault;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Reads TOML files into records and refuses keys that the record does not have. Stateless. */
public final class TomlFile {
    private static final ObjectMapper MAPPER = TomlMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .addModule(new SimpleModule()
                    .addDeserializer(Fault.class, new FaultDeserializer())
                    .addKeyDeserializer(Fault.class, new FaultKeyDeserializer()))
            .build();

    private TomlFile() {}

    /**
     * Reads a file.
     *
     * @param type a record; components marked as required must be in the file
     * @throws IOException if the file cannot be read, is not TOML or does not fit the record; the message names the
     *     file and the key
     */
    public static <T> T read(Path file, Class<T> type) throws IOException {
        try {
            return MAPPER.readValue(file.toFile(), type);
        } catch (UnrecognizedPropertyException e) {
            String known = e.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .collect(Collectors.joining(", "));
            throw new IOException(file + ": unknown key '" + key(e) + "'; known here: " + known, e);
        } catch (JsonMappingException e) {
            String key = key(e);
            throw new IOException(file + ": " + (key.isEmpty() ? "" : "'" + key + "': ") + e.getOriginalMessage(), e);
        } catch (JsonProcessingException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /** Returns the dotted name of the key, such as {@code api.reason}. */
    private static String key(JsonMappingException e) {
        return e.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(name -> name != null)
                .collect(Collectors.joining("."));
    }

    private static Fault fault(String name, DeserializationContext context) throws IOException {
        try {
            return Fault.of(name);
        } catch (IllegalArgumentException e) {
            throw context.weirdStringException(name, Fault.class, "no fault is called \"" + name + "\"");
        }
    }

    private static final class FaultDeserializer extends FromStringDeserializer<Fault> {
        private static final long serialVersionUID = 1;

        FaultDeserializer() {
            super(Fault.class);
        }

        @Override
        protected Fault _deserialize(String value, DeserializationContext context) throws IOException {
            return fault(value, context);
        }
    }

    private static final class FaultKeyDeserializer extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            return fault(key, context);
        }
    }
}
