package bouncer.app.report;

import bouncer.app.diagnosis.Diagnosed;
import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Judge;
import bouncer.app.verdict.Origin;
import bouncer.app.verdict.Report;
import bouncer.checks.result.CheckCoverage;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.CheckResult;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Phase;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Random reports from a seed, with every kind of finding and deliberately awkward text. */
public final class Samples {
    private static final List<String> TEXTS = List.of(
            "Two threads incremented 10,000 times each; the counter says 18,231",
            "::error file=x::forged\n::set-output name=a::b",
            "<script>alert(1)</script> & \"quotes\" 'single' `code` | pipe",
            "\u001b[31mred\u001b[0m \u0007bell \u202eevil \u0000nul \r\nnew line",
            "=HYPERLINK(\"http://example.org\")",
            "]]> <!-- -- > ${{ secrets.X }} %0A %3A",
            "Grüße, 日本語 🧵 \ud800 lone",
            "# heading\n| a | b |\n|---|---|\n[link](javascript:alert(1)) <img src=x>",
            "x".repeat(5000),
            "");
    private static final List<Integer> POINTS = List.of(8, 8, 9, 15, 15, 15, 15, 15);
    private static final List<Phase> PHASES =
            EnumSet.range(Phase.CONTRACT, Phase.TIMING).stream().toList();
    private final Random random;

    private Samples(long seed) {
        this.random = new Random(seed);
    }

    /** Makes the report of a seed. */
    public static Report report(long seed) {
        return new Samples(seed).report();
    }

    /** Makes one finding of every kind. */
    static List<Finding> everyFinding(long seed) {
        Samples samples = new Samples(seed);
        List<Finding> findings = new ArrayList<>();
        for (Class<?> kind : Finding.class.getPermittedSubclasses()) {
            findings.add((Finding) samples.any(kind));
        }
        return findings;
    }

    private Report report() {
        List<ExerciseReport> exercises = new ArrayList<>();
        for (int i = 0; i < POINTS.size(); i++) {
            if (random.nextInt(6) > 0) {
                exercises.add(exercise("0" + (i + 1) + "-room-" + (char) ('a' + i), POINTS.get(i)));
            }
        }
        Origin origin = new Origin("0.1.0", "17.0.15", 2, "process only");
        return new Report("student-" + random.nextInt(100), "ab".repeat(32), origin, exercises);
    }

    private ExerciseReport exercise(String slug, int points) {
        List<CheckReport> checks = new ArrayList<>();
        boolean started = random.nextInt(5) > 0;
        boolean good = random.nextInt(3) == 0;
        int left = points;
        for (int i = 0; left > 0; i++) {
            int worth = Math.min(left, random.nextInt(5));
            left -= worth;
            CheckOutcome outcome =
                    !started ? CheckOutcome.SKIPPED : good ? CheckOutcome.PASSED : any(CheckOutcome.class);
            Phase phase = PHASES.get(random.nextInt(PHASES.size()));
            checks.add(Judge.score(phase, text(), worth, result(slug + ".Checks#check" + i, outcome)));
        }
        String root = random.nextBoolean() ? "" : "exercises/" + slug + "/src/main/java";
        return Diagnosed.of(Judge.report(slug, "Exercise " + slug, root, started, checks));
    }

    private CheckResult result(String id, CheckOutcome outcome) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; outcome == CheckOutcome.FAILED && i <= random.nextInt(2); i++) {
            Class<?>[] kinds = Finding.class.getPermittedSubclasses();
            findings.add((Finding) any(kinds[random.nextInt(kinds.length)]));
        }
        String note = outcome == CheckOutcome.PASSED || outcome == CheckOutcome.FAILED ? "" : text();
        return new CheckResult(id, outcome, findings, note, any(CheckCoverage.class), random.nextInt(1000), text());
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    /** Returns a random value of any type of the finding package. */
    private <T> T any(Class<T> type) {
        return type.cast(value(type));
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic(generic);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == int.class || raw == Integer.class) {
            return random.nextInt(100);
        } else if (raw == long.class || raw == Long.class) {
            return (long) random.nextInt(100_000);
        } else if (raw == double.class || raw == Double.class) {
            return random.nextInt(1000) / 8.0;
        } else if (raw == boolean.class || raw == Boolean.class) {
            return random.nextBoolean();
        } else if (raw == String.class) {
            return text();
        } else if (raw.isEnum()) {
            return raw.getEnumConstants()[random.nextInt(raw.getEnumConstants().length)];
        } else if (raw.isSealed()) {
            Class<?>[] kinds = raw.getPermittedSubclasses();
            return value(kinds[random.nextInt(kinds.length)]);
        } else if (raw.isRecord()) {
            return record(raw);
        }
        throw new IllegalStateException("A report cannot hold a " + raw + " yet");
    }

    private Object generic(ParameterizedType type) {
        List<Object> elements = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0 && type.getRawType() == List.class; i--) {
            elements.add(value(type.getActualTypeArguments()[0]));
        }
        if (type.getRawType() == Map.class) {
            return new TreeMap<>(Map.of("key", value(type.getActualTypeArguments()[1])));
        }
        return type.getRawType() == Optional.class
                ? Optional.of(value(type.getActualTypeArguments()[0]))
                : List.copyOf(elements);
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            boolean nullable = components[i].getAnnotatedType().getAnnotations().length > 0 && random.nextInt(3) == 0;
            values[i] = nullable ? null : value(components[i].getGenericType());
        }
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No " + type + " could be made", e);
        }
    }
}
