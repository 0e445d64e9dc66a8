package bouncer.engine.run;

/** The static initialisers of the instrumented classes, as an execution runs them. */
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

    /** Records that an initialiser was found to be open. An execution in which it was not known to be counts for nothing. */
    void open(Class<?> type);
}
