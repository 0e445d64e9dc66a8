package bouncer.engine.library;

import java.util.concurrent.ThreadFactory;

/** Makes threads named as the JDK's default factory names them; the number of the pool counts within an execution. */
final class DefaultThreadFactory implements ThreadFactory {
    private final String prefix = "pool-" + PerExecution.nextPool() + "-thread-";
    private int made;

    @Override
    public Thread newThread(Runnable r) {
        Thread thread = new bouncer.engine.model.ModelThread(null, r, prefix + ++made);
        thread.setDaemon(false);
        return thread;
    }
}
