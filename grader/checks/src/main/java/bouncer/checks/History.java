package bouncer.checks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Records concurrent calls with their results and decides whether they are linearizable (Herlihy and Wing 1990):
 * whether some sequential order explains the results. The author of the check specifies the effect of each call on the
 * state of a sequential model. Thread-safe; recording creates no happens-before edges.
 *
 * <pre>{@code
 * var history = History.from(0L);
 * inParallel(() -> history.run("increment()", counter::increment, n -> Effect.to(n + 1)),
 *            () -> history.call("getAndReset()", counter::getAndReset, n -> Effect.of(0L, n)));
 * history.call("get()", counter::get, n -> Effect.of(n, n));
 * history.check();
 * }</pre>
 *
 * @param <S> the model's state: immutable, with {@code equals} and {@code hashCode}
 */
public final class History<S> {
    private static final int MOST_THREADS = 128;
    private final S initial;
    private final AtomicReferenceArray<Log<S>> logs = new AtomicReferenceArray<>(MOST_THREADS);
    private long steps;

    private History(S initial) {
        this.initial = initial;
    }

    /** Returns an empty history whose model begins in this state. */
    public static <S> History<S> from(S initial) {
        return new History<>(initial);
    }

    /**
     * Calls the submission, and records the call with its result or with the class of the exception that it throws.
     *
     * @param words the call as it is shown to the student, such as {@code withdraw(30)}
     * @param specification the effect of the call in a given state
     * @return the result of the call
     */
    public <R extends @Nullable Object> R call(
            String words, Action.Giving<R> call, Function<S, Effect<S>> specification) {
        ExecutionEnvironment world = ExecutionEnvironment.current();
        Log<S> log = myLog();
        Entry<S> entry = new Entry<>(world.name(), words, specification);
        world.mark(this, 0, () -> entry.begin = stamp(world));
        try {
            R result = call.run();
            entry.result = result;
            end(world, log, entry);
            return result;
        } catch (Exception e) {
            entry.result = e.getClass();
            end(world, log, entry);
            throw SneakyThrow.sneaky(e);
        }
    }

    private void end(ExecutionEnvironment world, Log<S> log, Entry<S> entry) {
        world.mark(this, 1, () -> {
            entry.end = stamp(world);
            log.entries.add(entry);
        });
    }

    /** Calls the submission as {@link #call} does, for calls that return nothing. */
    @SuppressWarnings("NullAway") // null is how "nothing" is recorded
    public void run(String words, Action call, Function<S, Effect<S>> specification) {
        call(
                words,
                () -> {
                    call.run();
                    return null;
                },
                specification);
    }

    /** As {@link #check(Fault)}, with the fault that the check's annotation names. */
    public void check() {
        check(CheckRuntime.get().declaredFault());
    }

    /**
     * Fails the check with this fault unless some sequential order explains all calls; call it after joining the
     * threads.
     */
    public void check(Fault fault) {
        List<Entry<S>> entries = new ArrayList<>();
        for (int i = 0; i < MOST_THREADS; i++) {
            Log<S> log = logs.getOpaque(i);
            if (log != null) {
                entries.addAll(log.entries);
            }
        }
        if (!Linearization.exists(initial, entries)) {
            List<Call> calls = calls(entries);
            StringBuilder message =
                    new StringBuilder("No order of these calls, one after the other, gives their results:");
            calls.forEach(call -> message.append(' ')
                    .append(call.thread())
                    .append(": ")
                    .append(call.call())
                    .append(call.result().isEmpty() ? "" : " = " + call.result())
                    .append(';'));
            message.setLength(message.length() - 1);
            throw CheckRuntime.get().notLinearizable(fault, message.toString(), calls);
        }
    }

    /** Returns the time on the real machine, whose clock all threads share, or the number of the step in a model. */
    private long stamp(ExecutionEnvironment world) {
        return world.isReal() ? System.nanoTime() : steps++;
    }

    /**
     * Returns the log of the calling thread. Each thread has its own, so that recording creates no happens-before edge.
     */
    private Log<S> myLog() {
        Thread me = Thread.currentThread();
        for (int i = 0; i < MOST_THREADS; i++) {
            Log<S> log = logs.getOpaque(i);
            while (log == null) {
                Log<S> mine = new Log<>(me);
                if (logs.weakCompareAndSetPlain(i, null, mine)) {
                    return mine;
                }
                log = logs.getOpaque(i);
            }
            if (log.owner == me) {
                return log;
            }
        }
        throw new IllegalStateException("More than " + MOST_THREADS + " threads in one history");
    }

    private static <S> List<Call> calls(List<Entry<S>> entries) {
        List<Entry<S>> ordered = new ArrayList<>(entries);
        ordered.sort(Comparator.comparingLong((Entry<S> entry) -> entry.begin));
        long[] stamps = ordered.stream()
                .flatMapToLong(entry -> LongStream.of(entry.begin, entry.end))
                .sorted()
                .toArray();
        List<Call> calls = new ArrayList<>();
        for (Entry<S> entry : ordered) {
            int begin = Arrays.binarySearch(stamps, entry.begin);
            int end = Math.max(begin + 1, Arrays.binarySearch(stamps, entry.end));
            Object result = entry.result;
            String text = result == null
                    ? ""
                    : result instanceof Class<?> type ? "throws " + type.getSimpleName() : String.valueOf(result);
            calls.add(new Call(entry.thread, entry.words, text, begin, end));
        }
        return calls;
    }

    /** One recorded call. */
    static final class Entry<S> {
        final String thread;
        final String words;
        final Function<S, Effect<S>> specification;
        long begin;
        long end;

        @Nullable
        Object result;

        Entry(String thread, String words, Function<S, Effect<S>> specification) {
            this.thread = thread;
            this.words = words;
            this.specification = specification;
        }
    }

    private static final class Log<S> {
        final Thread owner;
        final List<Entry<S>> entries = new ArrayList<>();

        Log(Thread owner) {
            this.owner = owner;
        }
    }
}
