package bouncer.engine.initialising;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Programs that fail in some order in which classes are initialised, or while they are. */
@SuppressWarnings("unused")
public class Wrong {
    static volatile int setting;
    static int plain;

    private static void expect(boolean holds) {
        if (!holds) {
            throw new AssertionError("not as expected");
        }
    }

    /** Reads a setting when it is used first. */
    static class Reader {
        static final int SEEN = setting;
    }

    void valueDependsOnWhoIsFirst() throws InterruptedException {
        Thread thread = new Thread(() -> setting = 1);
        thread.start();
        int seen = Reader.SEEN;
        thread.join();
        expect(seen == 1);
    }

    /** Reads a plain field. */
    static class PlainReader {
        static final int SEEN = plain;
    }

    void initialiserRaces() throws InterruptedException {
        Thread thread = new Thread(() -> plain = 1);
        thread.start();
        int seen = PlainReader.SEEN;
        thread.join();
    }

    /** First of a circle. */
    static class First {
        static final Second OTHER = new Second();

        static void use() {}
    }

    /** Second of a circle. */
    static class Second {
        static final First OTHER = new First();

        static void use() {}
    }

    void circle() throws InterruptedException {
        Thread thread = new Thread(First::use);
        thread.start();
        Second.use();
        thread.join();
    }

    /** Its initialiser makes its own subclass. */
    static class Base {
        static final Base DEFAULT = new Derived();
    }

    /** The subclass. */
    static class Derived extends Base {
        static void use() {}
    }

    void baseMakesItsSubclass() throws InterruptedException {
        Thread thread = new Thread(() -> {
            Base base = Base.DEFAULT;
        });
        thread.start();
        Derived.use();
        thread.join();
    }

    /** Waits in its initialiser for a thread that runs its own code. */
    static class WaitsForItself {
        static {
            Thread thread = new Thread(() -> expect(true));
            thread.start();
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        static void expect(boolean holds) {}
    }

    void waitsForItself() {
        WaitsForItself.expect(true);
    }

    /** Waits in its initialiser for somebody who may wait for it. */
    static class WaitsForALatch {
        static final CountDownLatch LATCH = GATE;

        static {
            try {
                LATCH.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        static void use() {}
    }

    static final CountDownLatch GATE = new CountDownLatch(1);

    void waitsForAThreadThatWaits() throws InterruptedException {
        Thread thread = new Thread(WaitsForALatch::use);
        thread.start();
        WaitsForALatch.use();
        GATE.countDown();
        thread.join();
    }

    /** Fails when it is initialised before the setting. */
    static class Demanding {
        static final int RATIO = 10 / setting;
    }

    void failsForEver() throws InterruptedException {
        Thread thread = new Thread(() -> {
            try {
                expect(Demanding.RATIO == 10);
            } catch (ExceptionInInitializerError e) {
                // it will be asked again
            }
        });
        thread.start();
        setting = 1;
        thread.join();
        expect(Demanding.RATIO == 10);
    }

    static final AtomicInteger MADE = new AtomicInteger();

    /** Counts. */
    static class Counted {
        static final int NUMBER = MADE.incrementAndGet();
    }

    void numbersDependOnTheOrder() throws InterruptedException {
        int[] mine = new int[1];
        Thread thread = new Thread(() -> mine[0] = MADE.incrementAndGet());
        thread.start();
        int number = Counted.NUMBER;
        thread.join();
        expect(number < mine[0]);
    }
}
