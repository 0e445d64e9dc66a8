package concurrency;

public final class TwoTasks {
    private TwoTasks() {}

    public static void runBoth(Runnable first, Runnable second) {
        first.run();
        second.run();
    }
}
