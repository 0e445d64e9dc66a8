package bouncer.checks;

import org.jspecify.annotations.Nullable;

/** Code that a thread of a check runs; it may throw any exception. */
@FunctionalInterface
public interface Action {
    /** Runs the code. */
    void run() throws Exception;

    /** An action that receives its index among several that run at once. */
    @FunctionalInterface
    interface Indexed {
        /** Runs the code with its index, counted from 0. */
        void run(int index) throws Exception;
    }

    /** An action that returns a result. */
    @FunctionalInterface
    interface Giving<T extends @Nullable Object> {
        /** Runs the code and returns its result. */
        T run() throws Exception;
    }
}
