package bouncer.engine.search;

import bouncer.engine.jdk.LibraryClasses;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How an exploration treats the JDK's classes, and what it has learnt of the program's.
 *
 * @param classes the treatment of each class
 * @param plainVisible whether plain accesses of relocated classes are steps. At first they are not: an execution
 *     without a race among them stands for all that differ in their order only (DRF-SC). The first race ends the
 *     search, which starts again with all of them visible
 * @param openInitialisers the names of classes whose static initialisers depend on other threads. At first none is taken
 *     to; a search that finds one after it has counted an execution starts again. Grows
 * @param variation the number of the values that chance has; 0 are the usual ones
 */
record LibraryTreatment(LibraryClasses classes, boolean plainVisible, Set<String> openInitialisers, int variation) {

    /** With no initialiser known to be open. */
    LibraryTreatment(LibraryClasses classes, boolean plainVisible) {
        this(classes, plainVisible, ConcurrentHashMap.newKeySet(), 0);
    }

    /** Returns a treatment in which all plain accesses of relocated classes are steps. */
    static LibraryTreatment allVisible() {
        return new LibraryTreatment(LibraryClasses.standard(), true);
    }

    /** Returns this with all plain accesses of relocated classes as steps. */
    LibraryTreatment visible() {
        return new LibraryTreatment(classes, true, openInitialisers, variation);
    }

    /** Returns this with other values of chance. */
    LibraryTreatment varied(int other) {
        return new LibraryTreatment(classes, plainVisible, openInitialisers, other);
    }
}
