package bouncer.engine.session;

import bouncer.engine.Stamp;
import bouncer.engine.ThreadStanding;
import org.jspecify.annotations.Nullable;

/** What the programs have noted; not instrumented. */
public final class Notes {
    public static int steps;
    public static ThreadStanding stopped = ThreadStanding.ENDED;
    public static ThreadStanding other = ThreadStanding.ENDED;
    public static int hash;
    public static boolean visible;
    public static @Nullable Stamp begin;

    private Notes() {}
}
