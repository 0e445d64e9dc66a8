package bouncer.engine;

import org.jspecify.annotations.Nullable;

/**
 * A point in the life of one thread of an execution. Immutable, as long as nobody changes its arrays.
 *
 * @param thread the number of the thread, which is its index in the arrays
 * @param step how many steps all threads had taken
 * @param nanos the virtual time
 * @param epoch how often the thread had released something to others, plus 1
 * @param seen for each thread, the latest epoch of it that happens-before this point (JLS 17.4.5), or that has shown
 *     in the state of a library object; may be shorter than the number of threads
 * @param dependence for each thread, the number of its latest step that this point depends on, plus 1: the order that
 *     all executions of the same Mazurkiewicz trace share; null if the search does not keep it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Stamp(int thread, int step, long nanos, int epoch, int[] seen, int @Nullable [] dependence) {

    /** Returns true if this point happens-before another one. */
    public boolean happensBefore(Stamp other) {
        return thread < other.seen.length && other.seen[thread] >= epoch;
    }

    /** Returns true if a step that this point's thread takes after it comes, in every order, before another point. */
    public boolean mustStepBefore(Stamp other) {
        int[] latest = other.dependence;
        return latest == null ? step < other.step : thread < latest.length && latest[thread] > step;
    }
}
