package bouncer.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** What a new thread takes over from the thread that makes it, in one execution. One exploration at a time. */
public final class Inheritance {
    private static final List<BiConsumer<Thread, Thread>> HEIRS = new ArrayList<>();

    private Inheritance() {}

    /** A new execution begins. */
    static void renew() {
        HEIRS.clear();
    }

    /** Registers what is to be done with the parent and the child whenever a thread is made. */
    public static void register(BiConsumer<Thread, Thread> heir) {
        HEIRS.add(heir);
    }

    static void inherit(Thread parent, Thread child) {
        HEIRS.forEach(heir -> heir.accept(parent, child));
    }
}
