package bouncer.engine.instrument;

import bouncer.engine.ClassSource;
import bouncer.engine.Program;
import bouncer.engine.jdk.LibraryClasses;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Defines the instrumented classes, itself before its parent. Safe for use by several threads. */
public final class Loader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    /** Stands among the names of classes for the use of optimistic stamps; no class has such a name. */
    private static final String OPTIMISTIC = "(optimistic reads)";

    private final Program program;
    private final ClassSource relocated;
    private final Instrumenter instrumenter;
    private final List<String> defined = Collections.synchronizedList(new ArrayList<>());
    private final Set<String> open;
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger lastingUsed = new AtomicInteger();
    private final StaticStateSnapshot lasting = new StaticStateSnapshot(this);
    private volatile int lanes;
    private final List<Class<?>> initialised = Collections.synchronizedList(new ArrayList<>());

    /**
     * A loader for one program.
     *
     * @param library what becomes of the JDK's classes
     * @param recording whether values are reported too
     * @param open the names of classes whose initialisers are open, and whether the program reads optimistically; what is
     *     found is added
     */
    public Loader(Program program, LibraryClasses library, boolean recording, Set<String> open) {
        super("bouncer", program.parent());
        this.program = program;
        this.open = open;
        this.relocated = new RelocatedClassSource(program.source(), library);
        this.instrumenter = new Instrumenter(relocated, library, recording);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            if (known == null) {
                known = define(name);
            }
            return known;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        boolean relocation = LibraryClasses.isRelocatedName(name);
        byte[] bytes = relocation
                ? relocated.bytes(LibraryClasses.originalName(name))
                : program.source().bytes(name);
        if (bytes == null) {
            return super.loadClass(name, false);
        }
        byte[] changed = instrumenter.instrument(bytes);
        if (relocation) {
            setClassAssertionStatus(name, false); // as the library's own
        } else {
            lanes = Math.max(lanes, WeakStores.lanes(bytes));
            defined.add(name);
        }
        return defineClass(name, changed, 0, changed.length);
    }

    /** Defines a class that is no part of the program. */
    Class<?> define(String name, byte[] bytes) {
        return defineClass(name, bytes, 0, bytes.length);
    }

    /** Names of the classes instrumented so far, in order. */
    public List<String> instrumented() {
        return List.copyOf(defined);
    }

    /** In how many orders of its own each thread may store, by the classes so far; 0 if each store is seen at once. */
    public int lanes() {
        return lanes;
    }

    /** A class says that it is used for the first time. */
    void used(Class<?> type) {
        initialised.add(type);
    }

    /** Returns how many classes were used so far. */
    public int used() {
        return initialised.size() + lastingUsed.get() + opened.get();
    }

    /** Returns true if the initialiser of a class is known to be open. */
    boolean isOpen(Class<?> type) {
        return open.contains(type.getName());
    }

    /** Records that the initialiser of one of the program's classes is open. */
    void open(Class<?> type) {
        if (owns(type) && open.add(type.getName())) {
            opened.incrementAndGet();
        }
    }

    /** Returns true if the program is known to use optimistic stamps of a stamped lock. */
    boolean readsOptimistically() {
        return open.contains(OPTIMISTIC);
    }

    /** Records that it does. */
    void readOptimistically() {
        if (open.add(OPTIMISTIC)) {
            opened.incrementAndGet();
        }
    }

    /** The initialiser of an enum or interface begins. */
    void beginsForGood() {
        begun.incrementAndGet();
    }

    /** Returns true if an initialiser of an enum or interface did not end as it should: the class can't be used again. */
    public boolean isSpoilt() {
        return begun.get() != lastingUsed.get();
    }

    /** A class says that its static state was set up, once and for all. */
    void initialisedForGood(Class<?> type) {
        lastingUsed.incrementAndGet();
        lasting.keep(type);
    }

    /** Returns the snapshot of the state of enums and interfaces. */
    StaticStateSnapshot lasting() {
        return lasting;
    }

    /** Objects that outlive an execution and can't be put back to what they were. */
    public Set<Object> outliving() {
        return lasting.opaque();
    }

    /** Classes whose static state must be set up anew before the next execution. */
    public List<Class<?>> initialised() {
        return List.copyOf(initialised);
    }

    /** Returns true if a class is one of the program's. */
    public boolean owns(Class<?> type) {
        return type.getClassLoader() == this && !LibraryClasses.isRelocatedName(type.getName());
    }
}
