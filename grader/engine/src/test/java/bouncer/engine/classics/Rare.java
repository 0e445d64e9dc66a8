package bouncer.engine.classics;

/** A program whose wrong order is one that equal chances at each step nearly never take. */
public class Rare extends Threads {
    private volatile int shared;
    private volatile int before;
    private volatile int after;

    /** Two long series of writes and one look: wrong only if the second series begins within the first and the look falls on its end. */
    void rareOrder() throws InterruptedException {
        all(
                () -> {
                    for (int i = 0; i < 8; i++) {
                        shared = 1;
                    }
                },
                () -> {
                    before = shared;
                    for (int i = 0; i < 8; i++) {
                        shared = 2;
                    }
                    after = shared;
                },
                () -> check(before != 1 || after != 2 || shared != 2, "the rare order"));
    }
}
