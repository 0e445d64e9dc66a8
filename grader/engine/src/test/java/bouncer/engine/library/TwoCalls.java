package bouncer.engine.library;

/** The program of {@link StepsTest}: one thread makes a call while another makes one on the same object. */
public class TwoCalls {
    interface Body {
        void run() throws Throwable;
    }

    private static void run(Body body) {
        try {
            body.run();
        } catch (Error | RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    void both() throws InterruptedException {
        Object receiver = Calls.make();
        Thread other = new Thread(() -> run(() -> Calls.mutate(receiver)));
        other.start();
        run(() -> Calls.read(receiver));
        other.join();
    }
}
