package bouncer.engine.instrument;

import bouncer.engine.jdk.LibraryClasses;

/** The context that the methods of one class share. */
record ClassContext(
        String className,
        Hierarchy hierarchy,
        LibraryClasses library,
        boolean recording,
        Wrappers wrappers,
        int version,
        boolean resettable) {

    /** Returns true if the class is one of the JDK's that is relocated. */
    boolean relocated() {
        return library.isRelocated(className);
    }
}
