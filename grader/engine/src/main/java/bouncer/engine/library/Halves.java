package bouncer.engine.library;

import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work of the library that is split in two: one half is forked into the pool of the caller, which does the other half
 * and joins.
 */
final class Halves {
    private Halves() {}

    static <T extends @Nullable Object> ForkJoinTask<T> fork(Supplier<T> half) {
        ForkJoinTask<T> task = ForkJoinTask.<T>adapt(half::get);
        ForkJoinTask<T> unused = task.fork();
        return task;
    }

    static <T extends @Nullable Object> T both(Supplier<T> left, Supplier<T> right, BinaryOperator<T> join) {
        ForkJoinTask<T> other = fork(right);
        T first = left.get();
        return join.apply(first, other.join());
    }
}
