package bouncer.engine.steady;

/** A class that can be set up only once. */
public class Once {
    private static int number;

    static {
        Notes.saw("set up");
        if (Notes.times() > 1) {
            throw new IllegalStateException("set up before");
        }
        number = 1;
    }

    void run() {
        number++;
    }
}
