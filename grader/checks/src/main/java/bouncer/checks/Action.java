package bouncer.checks;

import org.jspecify.annotations.Nullable;

/** What a thread of a check does; it may throw whatever it likes. */
@FunctionalInterface
public interface Action {
    /** Does it. */
    void run() throws Exception;

    /** An action that is told which of several it is. */
    @FunctionalInterface
    interface Indexed {
        /** Does it; the index counts from 0. */
        void run(int index) throws Exception;
    }

    /** An action with a result. */
    @FunctionalInterface
    interface Giving<T extends @Nullable Object> {
        /** Does it and returns the result. */
        T run() throws Exception;
    }
}
