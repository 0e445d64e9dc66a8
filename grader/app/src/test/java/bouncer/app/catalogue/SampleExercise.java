package bouncer.app.catalogue;

import java.util.List;

/** Descriptions of exercises for tests. Stateless. */
public final class SampleExercise {
    private SampleExercise() {}

    /**
     * Describes an exercise of one class without checks.
     *
     * @param className binary name of its class
     * @param members its contract
     */
    public static Exercise of(String slug, String title, String className, String... members) {
        return new Exercise(
                slug,
                title,
                15,
                className,
                List.of(className.replace('.', '/') + ".java"),
                List.of(className.substring(0, className.lastIndexOf('.'))),
                List.of(),
                List.of(),
                new Exercise.Contract(List.of(members)),
                new Exercise.ApiRules(List.of(), List.of(), "", List.of()),
                new Exercise.Hints("", ""),
                java.util.Map.of(),
                "");
    }

    /** Returns the same exercise about another class, with an empty contract. */
    public static Exercise about(String className, Exercise original) {
        return new Exercise(
                original.slug(),
                original.title(),
                original.points(),
                className,
                List.of(className.replace('.', '/') + ".java"),
                original.packages(),
                original.checks(),
                original.after(),
                new Exercise.Contract(List.of()),
                original.api(),
                original.hints(),
                original.faults(),
                original.demo());
    }
}
