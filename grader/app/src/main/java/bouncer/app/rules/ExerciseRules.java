package bouncer.app.rules;

import bouncer.app.catalogue.Exercise;
import java.util.List;

/**
 * Decides which classes an exercise forbids because they are to be built by hand. The rules are name prefixes; the
 * longest match decides. Stateless.
 */
final class ExerciseRules {
    private ExerciseRules() {}

    /**
     * Returns true if the exercise forbids a class.
     *
     * @param className the binary name with dots
     */
    static boolean forbids(Exercise.ApiRules api, String className) {
        return longest(api.forbidden(), className) > longest(api.allowed(), className);
    }

    private static int longest(List<String> prefixes, String name) {
        return prefixes.stream()
                .filter(prefix -> prefix.endsWith(".")
                        ? name.startsWith(prefix)
                        : name.equals(prefix) || name.startsWith(prefix + "$"))
                .mapToInt(String::length)
                .max()
                .orElse(-1);
    }
}
