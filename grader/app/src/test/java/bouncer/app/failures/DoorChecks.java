package bouncer.app.failures;

import static bouncer.checks.Parallel.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.Actor;
import bouncer.checks.Effect;
import bouncer.checks.Expect;
import bouncer.checks.Explore;
import bouncer.checks.Fault;
import bouncer.checks.History;
import bouncer.checks.Reach;
import java.util.concurrent.atomic.AtomicBoolean;

/** One check for each kind of failure that an exploration can show. */
class DoorChecks {
    private final Door door = new Door();

    @Explore(points = 1, fault = Fault.LOST_UPDATE)
    void lostUpdate() {
        inParallel(door::enter, door::enter);
        assertThat(door.guests()).as("guests after two have entered").isEqualTo(2);
    }

    @Explore(points = 1, fault = Fault.NOT_EXCLUSIVE)
    void storeBuffer() {
        AtomicBoolean one = new AtomicBoolean();
        AtomicBoolean other = new AtomicBoolean();
        boolean[] inside = new boolean[2];
        inParallel(() -> inside[0] = door.squeezesIn(one, other), () -> inside[1] = door.squeezesIn(other, one));
        assertThat(inside[0] && inside[1]).as("both are inside").isFalse();
    }

    @Explore(points = 1, fault = Fault.CHECK_THEN_ACT)
    void exceptionInAThread() {
        door.join("Ada");
        inParallel(door::next, door::next);
    }

    @Explore(points = 1)
    void dataRace() {
        inParallel(door::enterSafely, door::guests);
    }

    @Explore(points = 1)
    void deadlock() {
        Door other = new Door();
        inParallel(() -> door.passTo(other), () -> other.passTo(door));
    }

    @Explore(points = 1, fault = Fault.LOST_WAKEUP)
    void lostWakeUp() {
        inParallel(door::awaitOpen, door::open);
    }

    @Explore(points = 1)
    void spinning() {
        Actor<Void> guest = Actor.start("T1", door::spinUntilReady);
        guest.mustSleep(Fault.HANG, "it came through");
    }

    @Explore(points = 1)
    void unreachable() {
        Reach two = Reach.of(2, Fault.OVER_SERIALISED, "two guests are never inside at once");
        inParallel(() -> door.stay(two::visit), () -> door.stay(two::visit));
    }

    @Explore(points = 1, fault = Fault.NO_RELEASE_ON_EXCEPTION)
    void leakedLock() {
        inParallel(
                () -> Expect.throwing(
                        IllegalArgumentException.class, Fault.WRONG_RESULT, "check(\"\")", () -> door.check("")),
                () -> door.check("7"));
    }

    @Explore(points = 1)
    void leakedPermit() {
        inParallel(() -> door.drink(false));
        Expect.equal(door.freeStools(), 1, Fault.LEAKED_PERMIT, "stools free when nobody is there");
    }

    @Explore(points = 1)
    void notLinearizable() {
        var history = History.from(0);
        inParallel(
                () -> history.run("enterSafely()", door::enterSafely, n -> Effect.to(n + 1)),
                () -> history.call("reset()", door::reset, n -> Effect.of(0, n)));
        history.call("reset()", door::reset, n -> Effect.of(0, n));
        history.check(Fault.LOST_UPDATE);
    }
}
