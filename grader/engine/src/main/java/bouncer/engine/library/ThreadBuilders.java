package bouncer.engine.library;

/** Calls of {@code Thread} that make a builder are redirected here. */
public final class ThreadBuilders {
    private ThreadBuilders() {}

    public static ThreadBuilder.Platform ofPlatform() {
        return new PlatformThreads();
    }

    public static ThreadBuilder.Virtual ofVirtual() {
        return new VirtualThreadBuilder();
    }
}
