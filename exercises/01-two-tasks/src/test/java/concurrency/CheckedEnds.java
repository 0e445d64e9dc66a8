package concurrency;

import bouncer.checks.Expect;
import bouncer.checks.Fault;
import bouncer.checks.SneakyThrow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How the two tasks of a call end, and what the caller must get then.
 *
 * @param first what the first task throws, or null if it returns
 * @param second what the second task throws, or null if it returns
 */
record CheckedEnds(Throwable first, Throwable second) {
    /** Throwables that differ in everything that a class may look at: type, cause, message, equality, suppression. */
    private static final List<Supplier<Throwable>> KINDS = List.of(
            () -> new IllegalStateException("a"),
            () -> new AssertionError("b"),
            () -> new CompletionException(new IOException("the cause of a CompletionException")),
            () -> new CompletionException(null),
            () -> new RuntimeException(new InterruptedException("the cause of a RuntimeException")),
            () -> new UncheckedIOException(new IOException()),
            () -> new Error(new ExecutionException(new IllegalStateException("c"))),
            CancellationException::new,
            StackOverflowError::new,
            EqualException::new,
            WithoutSuppression::new,
            () -> with(new IllegalArgumentException(), new IOException("suppressed before")));

    /** Equal to all others of its class, so that only identity tells them apart. */
    @SuppressWarnings("serial")
    private static final class EqualException extends RuntimeException {
        @Override
        public boolean equals(Object other) {
            return other instanceof EqualException;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    /** Ignores {@code addSuppressed}, and has no stack trace. */
    @SuppressWarnings("serial")
    private static final class WithoutSuppression extends RuntimeException {
        WithoutSuppression() {
            super("without suppression", null, false, false);
        }
    }

    /** Returns one throwable of each kind. */
    static List<Throwable> throwables() {
        List<Throwable> all = new ArrayList<>();
        KINDS.forEach(kind -> all.add(kind.get()));
        return all;
    }

    /** Returns all pairs of ends, the simple ones first; each throwable is new, unless both tasks throw the same. */
    static List<CheckedEnds> all() {
        List<CheckedEnds> all = new ArrayList<>(List.of(new CheckedEnds(null, null)));
        for (Supplier<Throwable> one : KINDS) {
            all.add(new CheckedEnds(one.get(), null));
            all.add(new CheckedEnds(null, one.get()));
        }
        for (Supplier<Throwable> one : KINDS) {
            KINDS.forEach(other -> all.add(new CheckedEnds(one.get(), other.get())));
        }
        for (Supplier<Throwable> kind : KINDS) {
            Throwable same = kind.get();
            all.add(new CheckedEnds(same, same));
            Throwable cause = kind.get();
            all.add(new CheckedEnds(cause, new IllegalStateException("caused by what the first task threw", cause)));
            cause = kind.get();
            all.add(new CheckedEnds(new AssertionError("caused by what the second task threw", cause), cause));
            Throwable inside = kind.get();
            all.add(new CheckedEnds(inside, with(new IllegalStateException("d"), inside)));
            inside = kind.get();
            all.add(new CheckedEnds(with(new AssertionError("e"), inside), inside));
        }
        return all;
    }

    /** Fails the check unless the caller got what these ends demand. */
    void mustReachTheCaller(Throwable caught, Collection<Throwable> earlier) {
        if (first == null || second == null || first == second) {
            Throwable only = first == null ? second : first;
            Expect.that(
                    caught == only,
                    Fault.WRONG_RESULT,
                    "%s %s, and the caller got %s",
                    first != null && first == second ? "Both tasks" : only == null ? "Both tasks" : "A task",
                    only == null ? "returned" : "threw " + (first == second ? "the same " : "the ") + name(only),
                    got(caught, only));
        } else {
            Expect.that(
                    caught == first || caught == second,
                    Fault.WRONG_RESULT,
                    "The tasks threw the %s and the %s, and the caller got %s",
                    name(first),
                    name(second),
                    got(caught, first));
            Throwable other = caught == first ? second : first;
            long times = Stream.of(caught.getSuppressed())
                    .filter(each -> each == other)
                    .count();
            Expect.that(
                    times > 0 || caught instanceof WithoutSuppression,
                    Fault.WRONG_RESULT,
                    "Both tasks threw, and the caller got the %s; what the other one threw, the %s, is not among its suppressed exceptions: it is lost",
                    name(caught),
                    name(other));
        }
        for (Throwable each : caught == null ? new Throwable[0] : caught.getSuppressed()) {
            Expect.that(
                    earlier.stream().noneMatch(before -> before == each),
                    Fault.STATIC_SHARED,
                    "What a task of an earlier call threw, the %s, is suppressed in what the caller of a later one got",
                    name(each));
        }
    }

    /** Throws this, if it is not null, also where the compiler allows no checked exception. */
    static void raise(Throwable thrown) {
        if (thrown != null) {
            throw SneakyThrow.sneaky(thrown);
        }
    }

    private static String got(Throwable caught, Throwable expected) {
        if (caught == null) {
            return "nothing";
        }
        boolean alike = expected != null && caught.getClass() == expected.getClass();
        return (alike ? "another " : "the ") + name(caught);
    }

    private static String name(Throwable thrown) {
        return thrown.getClass().getSimpleName();
    }

    private static <T extends Throwable> T with(T thrown, Throwable suppressed) {
        thrown.addSuppressed(suppressed);
        return thrown;
    }
}
