package bouncer.engine;

/** How a thread stands when no thread can take a step. */
public enum ThreadStanding {
    /** It has ended, or was never started. */
    ENDED,
    /** It is blocked until another thread does something. */
    BLOCKED,
    /** It is blocked until another thread does something or a time has come. */
    TIMED,
    /** It sleeps until a time has come. */
    SLEEPING,
    /** The program has stopped it; see {@link Model#hold}. */
    HELD,
    /** It looks again and again at what no thread changes. */
    SPINNING
}
