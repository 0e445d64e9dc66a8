package bouncer.engine.library;

import bouncer.engine.ops.Ops;
import bouncer.engine.ops.OrderOps;
import bouncer.engine.ops.ThreadOps;
import bouncer.engine.ops.TimeOps;
import bouncer.engine.ops.TraceOps;
import bouncer.engine.ops.WaitOutcome;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Model of {@link java.util.concurrent.Phaser}: all steps of a tree of phasers are on its root. An overridden {@code
 * onAdvance} runs between two steps of the last to arrive; meanwhile a thread that registers waits and one that arrives
 * is one too many, as in the JDK.
 */
public class Phaser {
    private static final int MAX_PARTIES = 0xffff;
    private final @Nullable Phaser parent;
    private final Phaser root;
    private final Object arrivals = new Object();
    private int phase;
    private int parties;
    private int unarrived;
    /** No party is registered, and none is just leaving as the last. */
    private boolean empty;

    public Phaser() {
        this(null, 0);
    }

    public Phaser(int parties) {
        this(null, parties);
    }

    public Phaser(@Nullable Phaser parent) {
        this(parent, 0);
    }

    public Phaser(@Nullable Phaser parent, int parties) {
        if (parties < 0 || parties > MAX_PARTIES) {
            throw new IllegalArgumentException("Illegal number of parties");
        }
        this.parent = parent;
        this.root = parent == null ? this : parent.root;
        if (parent != null && parties != 0) {
            phase = parent.register("register", 1);
        }
        this.parties = parties;
        this.unarrived = parties;
        this.empty = parties == 0;
    }

    /** In a step: a phaser below the root follows the root's phase when it is next looked at. */
    private void follow() {
        if (phase != root.phase) {
            phase = root.phase;
            if (phase >= 0) {
                empty = parties == 0;
                unarrived = parties;
            }
        }
    }

    private int arrived() {
        return empty ? 0 : parties - unarrived;
    }

    private String state() {
        return RealNames.realName(this) + "[phase = " + phase + " parties = " + parties + " arrived = " + arrived()
                + "]";
    }

    public int register() {
        return register("register", 1);
    }

    public int bulkRegister(int count) {
        if (count < 0) {
            throw new IllegalArgumentException();
        }
        return count == 0 ? getPhase() : register("bulkRegister", count);
    }

    private int register(String call, int count) {
        while (true) {
            boolean[] done = {true};
            int seen = Ops.write(root, call, () -> {
                follow();
                if (count > MAX_PARTIES - parties) {
                    throw new IllegalStateException(
                            "Attempt to register more than " + MAX_PARTIES + " parties for " + state());
                }
                boolean advancing = !empty && unarrived == 0;
                boolean first = empty && parent != null;
                if (phase < 0 || advancing || first) {
                    done[0] = phase < 0;
                    Ops.unchanged();
                } else {
                    enrol(count);
                }
                return phase;
            });
            if (done[0]) {
                return seen;
            }
            if (parent != null && empty) {
                return registerFirst(call, parent, count);
            }
            root.pass(call, seen, TimeOps.FOREVER, false);
        }
    }

    /** Returns the first of a phaser below another makes that a party of the other. */
    private int registerFirst(String call, Phaser above, int count) {
        int now = above.register(call, 1);
        if (now >= 0) {
            Ops.change(root, call, () -> {
                phase = now;
                enrol(count);
            });
        }
        return now;
    }

    private void enrol(int count) {
        parties += count;
        unarrived += count;
        empty = false;
        TraceOps.say(() -> parties + (parties == 1 ? " party" : " parties"));
    }

    public int arrive() {
        return arrive("arrive", false, false);
    }

    public int arriveAndDeregister() {
        return arrive("arriveAndDeregister", true, false);
    }

    public int arriveAndAwaitAdvance() {
        return arrive("arriveAndAwaitAdvance", false, true);
    }

    private int arrive(String call, boolean leaves, boolean waits) {
        boolean[] last = new boolean[1];
        boolean inBetween = getClass() != Phaser.class;
        int at = Ops.write(root, call, () -> {
            follow();
            int before = phase;
            if (phase < 0) {
                Ops.unchanged();
                return phase;
            }
            if (unarrived <= 0) {
                throw new IllegalStateException("Attempted arrival of unregistered party for " + state());
            }
            last[0] = --unarrived == 0;
            parties -= leaves ? 1 : 0;
            TraceOps.say(() -> unarrived + " of " + parties + " still to come");
            OrderOps.release(root.arrivals);
            if (last[0] && root == this) {
                OrderOps.acquire(arrivals);
                if (!inBetween) {
                    advance(parties == 0);
                }
            }
            return before;
        });
        if (at < 0) {
            return at;
        }
        if (!last[0]) {
            return waits ? root.pass(call, at, TimeOps.FOREVER, false).phase : at;
        }
        if (parent != null) {
            return arriveAbove(call, parent, waits);
        }
        if (inBetween) {
            boolean ends = onAdvance(at, parties);
            Ops.change(root, call, () -> advance(ends));
        }
        return waits ? (phase < 0 && inBetween ? phase : next(at)) : at;
    }

    private int arriveAbove(String call, Phaser above, boolean waits) {
        boolean leaves = parties == 0;
        int at = above.arrive(call, leaves, waits);
        if (leaves) {
            Ops.change(root, call, () -> empty = parties == 0);
        }
        return at;
    }

    private static int next(int phase) {
        return phase + 1 & Integer.MAX_VALUE;
    }

    /** In a step of the last to arrive. */
    private void advance(boolean ends) {
        if (phase < 0) {
            Ops.unchanged();
            return;
        }
        phase = next(phase) | (ends ? Integer.MIN_VALUE : 0);
        if (!ends) {
            empty = parties == 0;
            unarrived = parties;
        }
        OrderOps.release(this);
    }

    /** Decides, before the phase ends, whether it was the last. */
    protected boolean onAdvance(int phase, int registeredParties) {
        return registeredParties == 0;
    }

    private record Passed(WaitOutcome wake, int phase) {}

    /** Called on a root: waits for the end of a phase. */
    private Passed pass(String call, int from, long nanos, boolean interruptible) {
        int[] to = new int[1];
        WaitOutcome[] how = new WaitOutcome[1];
        Ops.block(
                Ops.wait(this, call, () -> phase != from, nanos, interruptible).words("the other parties"), wake -> {
                    to[0] = phase;
                    how[0] = phase == from ? wake : WaitOutcome.READY;
                    if (phase != from) {
                        OrderOps.acquire(this);
                        if (wake == WaitOutcome.INTERRUPTED) {
                            ThreadOps.interrupt(ThreadOps.currentThread());
                        }
                    }
                });
        return new Passed(how[0], to[0]);
    }

    private int look(String call) {
        return Ops.read(root, call, () -> {
            follow();
            OrderOps.acquire(root);
            return phase;
        });
    }

    public int awaitAdvance(int phase) {
        int now = look("awaitAdvance");
        return phase < 0 ? phase : now == phase ? root.pass("awaitAdvance", phase, TimeOps.FOREVER, false).phase : now;
    }

    public int awaitAdvanceInterruptibly(int phase) throws InterruptedException {
        try {
            return awaitInterruptibly(phase, TimeOps.FOREVER);
        } catch (TimeoutException impossible) {
            throw new AssertionError(impossible);
        }
    }

    public int awaitAdvanceInterruptibly(int phase, long timeout, TimeUnit unit)
            throws InterruptedException, TimeoutException {
        return awaitInterruptibly(phase, TimeOps.nanos(timeout, unit));
    }

    private int awaitInterruptibly(int from, long nanos) throws InterruptedException, TimeoutException {
        int now = look("awaitAdvanceInterruptibly");
        if (from < 0 || now != from) {
            return from < 0 ? from : now;
        }
        Passed passed = root.pass("awaitAdvanceInterruptibly", from, nanos, true);
        if (!Ops.thrown(passed.wake)) {
            throw new TimeoutException();
        }
        return passed.phase;
    }

    public void forceTermination() {
        Ops.change(root, "forceTermination", () -> {
            root.phase |= Integer.MIN_VALUE;
            OrderOps.release(root);
        });
    }

    public final int getPhase() {
        return Ops.read(root, "getPhase", () -> root.phase);
    }

    public int getRegisteredParties() {
        return Ops.read(root, "getRegisteredParties", () -> parties);
    }

    public int getArrivedParties() {
        return Ops.read(root, "getArrivedParties", () -> {
            follow();
            return arrived();
        });
    }

    public int getUnarrivedParties() {
        return Ops.read(root, "getUnarrivedParties", () -> {
            follow();
            return empty ? 0 : unarrived;
        });
    }

    public @Nullable Phaser getParent() {
        return parent;
    }

    public Phaser getRoot() {
        return root;
    }

    public boolean isTerminated() {
        return getPhase() < 0;
    }

    @Override
    public String toString() {
        return Ops.read(root, "toString", () -> {
            follow();
            return state();
        });
    }
}
