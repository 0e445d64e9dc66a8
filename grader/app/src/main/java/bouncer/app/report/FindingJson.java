package bouncer.app.report;

import bouncer.checks.Fault;
import bouncer.checks.result.CheckCoverage;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Phase;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import java.util.Locale;

/**
 * Findings and coverage in JSON: a record's components under their own names, and its kind in kebab-case.
 *
 * <p>The records are free of Jackson's annotations, so mix-ins add them here. The kinds are those that the sealed types
 * permit, so that a new kind needs no change in this file.
 */
final class FindingJson {
    private FindingJson() {}

    /** Returns a mapper that knows every kind of finding and of coverage. Thread-safe once made. */
    static JsonMapper mapper() {
        return JsonMapper.builder()
                .addMixIn(Finding.class, Kind.class)
                .addMixIn(CheckCoverage.class, Kind.class)
                .addMixIn(Fault.class, FaultName.class)
                .addMixIn(Phase.class, PhaseName.class)
                .registerSubtypes(kinds(Finding.class))
                .registerSubtypes(kinds(CheckCoverage.class))
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                // A report of a later version may say more than this one understands.
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    private static NamedType[] kinds(Class<?> sealed) {
        Class<?>[] permitted = sealed.getPermittedSubclasses();
        NamedType[] kinds = new NamedType[permitted.length];
        for (int i = 0; i < permitted.length; i++) {
            kinds[i] = new NamedType(permitted[i], kebab(permitted[i].getSimpleName()));
        }
        return kinds;
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface Kind {}

    private abstract static class PhaseName {
        @JsonValue
        abstract String id();

        @JsonCreator
        @SuppressWarnings("DoNotCallSuggester") // only its annotation is used, for Phase.of
        static Phase of(String id) {
            throw new UnsupportedOperationException("only the annotations matter: " + id);
        }
    }

    private abstract static class FaultName {
        @JsonValue
        abstract String id();

        @JsonCreator
        @SuppressWarnings("DoNotCallSuggester") // only its annotation is used, for Fault.of
        static Fault of(String id) {
            throw new UnsupportedOperationException("only the annotations matter: " + id);
        }
    }
}
