package bouncer.engine.programs;

import java.util.ArrayList;
import java.util.List;

/**
 * Small right programs, one for each library class or two, each with several possible outcomes; every method of a subclass is one.
 * They run explored, where the library classes are models, and for real. None may race, block for ever or throw.
 */
public abstract class Programs {
    /** All of them. */
    public static final List<Class<? extends Programs>> ALL = List.of(
            AtomicPrograms.class,
            BulkPrograms.class,
            CollectionPrograms.class,
            LockPrograms.class,
            MeetingPrograms.class,
            QueuePrograms.class,
            SortedPrograms.class,
            TaskPrograms.class,
            StreamPrograms.class,
            PipePrograms.class,
            RelocatedPrograms.class);

    /** What a thread may do. */
    interface Body {
        void run() throws Exception;
    }

    static Thread start(Body body) {
        Thread thread = new Thread(() -> {
            try {
                body.run();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        thread.start();
        return thread;
    }

    static void all(Body... bodies) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (Body body : bodies) {
            threads.add(start(body));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
