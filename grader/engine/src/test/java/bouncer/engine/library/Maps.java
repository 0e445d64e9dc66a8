package bouncer.engine.library;

/** Maps that begin with tables of the same size, so that their orders are the same. */
@SuppressWarnings("serial") // never serialized
public final class Maps {
    private Maps() {}

    /** The library's. */
    public static final class Real extends java.util.concurrent.ConcurrentHashMap<Object, Object> {}

    /** Its model. */
    public static final class Model extends ConcurrentHashMap<Object, Object> {}
}
