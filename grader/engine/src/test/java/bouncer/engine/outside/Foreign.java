package bouncer.engine.outside;

/** Not instrumented: runs a body on a thread of its own. */
public final class Foreign {
    private Foreign() {}

    public static void run(Runnable body) throws InterruptedException {
        Thread thread = new Thread(body, "foreign");
        thread.start();
        thread.join();
    }
}
