package bouncer.worker.explore;

/** The generated class whose {@code run} is the main method of an exploration. */
interface EntryPoint {
    /** Returns its binary name. */
    String className();

    /** Returns the package of the check, with a dot at the end. */
    String packagePrefix();

    /** Returns its class file. */
    byte[] bytes();
}
