package bouncer.engine.initialising;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/** Right programs with static initialisers. */
@SuppressWarnings("unused")
public class Right {
    private static final long START = System.nanoTime();
    static int setting;
    static int plain;

    private static void expect(boolean holds) {
        if (!holds) {
            throw new AssertionError("not as expected");
        }
    }

    private static void two(Runnable both) throws InterruptedException {
        Thread a = new Thread(both);
        Thread b = new Thread(both);
        a.start();
        b.start();
        a.join();
        b.join();
    }

    /** Reads a setting when it is used first. */
    static class Late {
        static final int SEEN = setting;
    }

    void seesWhatWasWrittenBefore() {
        setting = 5;
        expect(Late.SEEN == 5);
    }

    /** The holder idiom. */
    static class Holder {
        static final Map<String, Integer> TABLE = new HashMap<>();
        static int uses;

        static {
            TABLE.put("a", 1);
            uses = 7;
        }
    }

    void holderPublishes() throws InterruptedException {
        two(() -> expect(Holder.TABLE.get("a") == 1 && Holder.uses == 7));
    }

    /** An instance with plain fields. */
    static class Single {
        private static final Single INSTANCE = new Single();
        private final List<Integer> list = new ArrayList<>();
        private int count;

        Single() {
            count = 3;
            list.add(1);
        }

        static Single get() {
            return INSTANCE;
        }
    }

    void singleton() throws InterruptedException {
        two(() -> expect(Single.get().count == 3 && Single.get().list.size() == 1));
    }

    void timeGoesForward() throws InterruptedException {
        expect(System.nanoTime() >= START);
        Thread.sleep(5);
        long passed = System.nanoTime() - START;
        expect(passed >= 5_000_000 && passed < 1_000_000_000_000L);
    }

    void initialiserThatIsOrdered() throws InterruptedException {
        Thread thread = new Thread(() -> plain = 1);
        thread.start();
        thread.join();
        expect(Ordered.SEEN == 1);
    }

    /** Reads a plain field. */
    static class Ordered {
        static final int SEEN = plain;
    }

    /** Starts a thread of its own that takes from a queue. */
    static class Logger {
        private static final BlockingQueue<String> QUEUE = new LinkedBlockingQueue<>();
        private static final Map<String, Integer> SEEN = new ConcurrentHashMap<>();

        static {
            Thread thread = new Thread(Logger::work);
            thread.setDaemon(true);
            thread.start();
        }

        private static void work() {
            try {
                SEEN.put(QUEUE.take(), 1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        static void log(String line) {
            QUEUE.add(line);
        }
    }

    void threadThatOutlivesTheInitialiser() {
        Logger.log("a");
    }

    /** Fails always. */
    static class Failing {
        static {
            if (true) {
                throw new IllegalStateException("always");
            }
        }

        static void use() {}
    }

    void failureIsToldOnceAndThenRemembered() {
        try {
            Failing.use();
            expect(false);
        } catch (ExceptionInInitializerError e) {
            expect(e.getCause() instanceof IllegalStateException);
        }
        try {
            Failing.use();
            expect(false);
        } catch (NoClassDefFoundError e) {
            expect(e.getMessage().contains("Could not initialize class"));
        }
    }

    /** Superclasses come first. */
    static class Above {
        static final List<String> ORDER = new ArrayList<>();

        static {
            ORDER.add("above");
        }
    }

    /** The subclass. */
    static class Below extends Above {
        static {
            ORDER.add("below");
        }

        static List<String> order() {
            return ORDER;
        }
    }

    void superclassesComeFirst() {
        expect(Below.order().equals(List.of("above", "below")));
    }

    /** Each has a table. */
    enum Level {
        LOW,
        HIGH;

        private static final Map<String, Level> NAMES = new HashMap<>();

        static {
            for (Level level : values()) {
                NAMES.put(level.name(), level);
            }
        }
    }

    void enumWithATable() throws InterruptedException {
        two(() -> expect(Level.NAMES.get("LOW") == Level.LOW));
    }
}
