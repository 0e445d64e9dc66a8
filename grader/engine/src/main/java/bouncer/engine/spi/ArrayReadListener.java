package bouncer.engine.spi;

/**
 * Listens to reads of arrays of numbers and to contention in one execution. Called by one thread at a time.
 */
public interface ArrayReadListener {
    /** Listens to nothing. */
    ArrayReadListener NONE = new ArrayReadListener() {};

    /**
     * A thread is about to read elements of an array.
     *
     * @param elements how many
     * @return true if the listener handles the read, which is then neither checked for races nor recorded
     */
    default boolean reads(Reader reader, Object array, long elements) {
        return false;
    }

    /** An array of numbers is passed to a library call that may read it unseen. */
    default void passedToLibrary() {}

    /**
     * A thread takes a step of a kind that only one thread at a time takes at one place: it updates a variable or
     * enters a lock.
     *
     * @param thread its {@link Reader#id}
     * @param owner the object that the place belongs to
     * @param place compared by identity
     */
    default void contended(int thread, Object owner, Object place) {}

    /** The thread that reads. */
    interface Reader {
        /** Its number. */
        int id();

        /** Returns the reader's own entry in its vector clock, which grows with each release. */
        int epoch();

        /**
         * Its vector clock, as a copy: for each thread by number, the latest epoch that happens-before now; may be
         * shorter than the number of threads.
         */
        int[] epochs();

        /** Returns true if it works for a fork-join pool. */
        boolean isForkJoinWorker();

        /** Records that no execution can reach a label of {@code Model.mustReach}, as this one has shown. */
        void refute(String label);

        /** Ends this execution, and with it the search. Never returns. */
        RuntimeException endSearch();
    }
}
