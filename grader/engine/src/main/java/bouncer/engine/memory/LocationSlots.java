package bouncer.engine.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for the parts of objects. Safe for use by several threads. */
public final class LocationSlots {
    /** The object as a whole. */
    public static final int WHOLE = -1;
    /** An object's monitor. */
    public static final int MONITOR = -2;
    /** The wait set of an object's monitor. */
    public static final int WAIT_SET = -3;
    /** A thread's interrupt status. */
    public static final int INTERRUPT = -4;
    /** A thread's parking permit. */
    public static final int PERMIT = -5;
    /** A thread's life: started, ended. */
    public static final int LIFE = -6;
    /** The state of a relaxed step; see {@code Model.relaxed}. */
    public static final int RELAXED = -7;
    /** The two sides of a history. */
    public static final int SIDE = -8;
    /** A store that is not seen by all yet. */
    public static final int STORE = -9;
    /** Whether a map keeps its entries in the order of access; of version 1 if it does. */
    public static final int ACCESS_ORDER = -10;
    /** The initialisation of a class. */
    public static final int INITIALISER = -11;
    /** Parts that models number themselves go down from here. */
    public static final int PART = -1000;

    private static final Map<String, Integer> NUMBERS = new HashMap<>();
    private static final List<String> NAMES = new ArrayList<>();

    private LocationSlots() {}

    /**
     * Returns the number of a field, which is 0 or more; a number of an array's element is its index and means
     * something else.
     */
    public static synchronized int field(String declaring, String name) {
        return NUMBERS.computeIfAbsent(declaring + "." + name, key -> {
            NAMES.add(name);
            return NAMES.size() - 1;
        });
    }

    /** Returns the name of a field by its number. */
    public static synchronized String name(int field) {
        return NAMES.get(field);
    }
}
