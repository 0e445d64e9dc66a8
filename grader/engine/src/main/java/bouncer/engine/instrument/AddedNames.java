package bouncer.engine.instrument;

/** Names that instrumentation puts into class files. */
final class AddedNames {
    /** The class of the hooks, by its internal name. */
    static final String HOOKS = "bouncer/engine/hooks/Hooks";
    /** The class of the reports of library calls, by its internal name. */
    static final String LIBRARY_CALLS = "bouncer/engine/hooks/LibraryCalls";
    /** The method that does what a class's static initialiser did, so that it can run again. */
    static final String INITIALISE = "bouncer$initialise";

    private AddedNames() {}
}
