package bouncer.engine.run;

/** The static initialisers of the instrumented classes, as an execution runs them, and what was learnt of the classes. */
public interface ClassInitializers {
    /** For a program without any. */
    ClassInitializers NONE = new ClassInitializers() {
        @Override
        public boolean isInitialised(Class<?> type) {
            return false;
        }

        @Override
        public void initialise(Class<?> type) {}

        @Override
        public boolean isOpen(Class<?> type) {
            return false;
        }

        @Override
        public boolean hasSucceeded(Class<?> type) {
            return false;
        }

        @Override
        public boolean readsOptimistically() {
            return false;
        }

        @Override
        public void readOptimistically() {}

        @Override
        public void open(Class<?> type) {}
    };

    /** Returns true if a class is one whose initialiser each execution runs. */
    boolean isInitialised(Class<?> type);

    /** Runs the initialiser of a class, but not those of its superclasses; throws what that throws. */
    void initialise(Class<?> type) throws Throwable;

    /**
     * Returns true if the initialiser of a class depends on what other threads do, or they on it: then it matters which
     * thread runs it, and when.
     */
    boolean isOpen(Class<?> type);

    /** Returns true if the initialiser of a class has ended well in an earlier execution. */
    boolean hasSucceeded(Class<?> type);

    /** Returns true if the program is known to use optimistic stamps of a stamped lock. */
    boolean readsOptimistically();

    /** Records that it does. An execution in which that was not known counts for nothing. */
    void readOptimistically();

    /** Records that an initialiser was found to be open. An execution in which it was not known to be counts for nothing. */
    void open(Class<?> type);
}
