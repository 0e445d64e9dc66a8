package bouncer.engine.search;

import bouncer.engine.jdk.LibraryClasses;

/**
 * How an exploration treats the JDK's classes.
 *
 * @param classes the treatment of each class
 * @param plainVisible whether plain accesses of relocated classes are steps. At first they are not: an execution
 *     without a race among them stands for all that differ in their order only (DRF-SC). The first race ends the
 *     search, which starts again with all of them visible
 */
record LibraryTreatment(LibraryClasses classes, boolean plainVisible) {
    static final LibraryTreatment ALL_VISIBLE = new LibraryTreatment(LibraryClasses.standard(), true);
}
