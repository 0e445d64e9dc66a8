package bouncer.worker.explore;

import static bouncer.checks.Parallel.inParallel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import bouncer.checks.Actor;
import bouncer.checks.Expect;
import bouncer.checks.Explore;
import bouncer.checks.Fault;
import bouncer.checks.Gauge;
import bouncer.checks.Inconclusive;
import bouncer.checks.Reach;
import bouncer.checks.Rendezvous;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Checks that {@link ExploringTest} explores; the nested class acts as the submission. */
class ScenarioChecks {

    /** A submission with correct and incorrect methods. */
    static class Submission {
        private int count;
        private volatile boolean open;

        void incrementAlways() {
            while (true) {
                increment();
            }
        }

        synchronized void increment() {
            count++;
        }

        synchronized int count() {
            return count;
        }

        Integer nothing() {
            return null;
        }

        void refuse() {
            throw new IllegalStateException("refused");
        }

        void incrementUnlocked() {
            count++;
        }

        int countUnlocked() {
            return count;
        }

        void both(Object first, Object second) {
            synchronized (first) {
                synchronized (second) {
                    count++;
                }
            }
        }

        void parkUntilOpen() {
            if (!open) {
                LockSupport.park(this);
            }
        }

        void spinUntilOpen() {
            while (!open) {
                Thread.onSpinWait();
            }
        }

        void open() {
            open = true;
        }

        synchronized void alone(Gauge gauge) {
            gauge.enter();
            gauge.leave();
        }

        synchronized void visit(Reach reach) {
            reach.visit();
        }

        synchronized void meet(Rendezvous rendezvous) {
            rendezvous.meet();
        }
    }

    private final Submission submission = new Submission();

    @Explore(points = 1)
    void right() {
        inParallel(submission::increment, submission::increment);
        assertThat(submission.count()).isEqualTo(2);
    }

    @Explore(points = 1, fault = Fault.LOST_UPDATE)
    void lostUpdate() {
        inParallel(submission::incrementUnlocked, submission::incrementUnlocked);
        assertThat(submission.count()).as("the count").isEqualTo(2);
    }

    @Explore(points = 1)
    void unlockedRead() {
        inParallel(submission::increment, submission::countUnlocked);
    }

    @Explore(points = 1)
    void deadlock() {
        Object one = new Object();
        Object other = new Object();
        inParallel(() -> submission.both(one, other), () -> submission.both(other, one));
    }

    @Explore(points = 1, fault = Fault.MISSING_NOTIFY)
    void stuck() {
        inParallel(submission::parkUntilOpen, submission::open);
    }

    @Explore(points = 1, executions = 20, steps = 300)
    void neverEnds() {
        inParallel(submission::incrementAlways, submission::count);
    }

    @Explore(points = 1)
    void spinner() {
        Actor<Void> spinner = Actor.start("T1", submission::spinUntilOpen);
        spinner.mustSleep(Fault.HANG, "it came through");
    }

    @Explore(points = 1)
    void gaugeSeesWhatALockKeepsApart() {
        Gauge gauge = new Gauge();
        inParallel(() -> submission.alone(gauge), () -> submission.alone(gauge));
        assertThat(gauge.most()).isEqualTo(1);
    }

    @Explore(points = 1, fault = Fault.NOT_EXCLUSIVE)
    void gaugeSeesWhatNothingKeepsApart() {
        Gauge gauge = new Gauge();
        submission.increment();
        inParallel(() -> gauge.inside(submission::increment), () -> gauge.inside(submission::count));
        Expect.equal(gauge.most(), 1, Fault.NOT_EXCLUSIVE, "threads inside");
    }

    @Explore(points = 1)
    void unreachable() {
        Reach two = Reach.of(2, Fault.OVER_SERIALISED, "two at once");
        inParallel(() -> submission.visit(two), () -> submission.visit(two));
    }

    @Explore(points = 1)
    void neverMeet() {
        Rendezvous two = new Rendezvous(2, Fault.OVER_SERIALISED, "two never met");
        inParallel(() -> submission.meet(two), () -> submission.meet(two));
    }

    /** Does not touch the submission at all. */
    static class Idle {
        @Explore(points = 1)
        void nothingOfTheSubmission() {
            inParallel(() -> {}, () -> {});
        }
    }

    /** Shows that lifecycle methods run in every execution, and that JUnit's assertions work. */
    static class WithLifecycle extends LifecycleBase {
        private Submission submission = new Submission();

        @BeforeEach
        void prepare() {
            submission.increment();
        }

        @AfterEach
        void cleanUp() {
            assertEquals(3, submission.count(), "after two threads");
        }

        @Explore(points = 1)
        void rightWithJUnit() {
            inParallel(submission::increment, submission::increment);
            assertThrows(IllegalStateException.class, submission::refuse);
            assertEquals(1, prepared);
            SoftAssertions.assertSoftly(
                    softly -> softly.assertThat(submission.count()).isEqualTo(3));
        }

        @Explore(points = 1, fault = Fault.LOST_UPDATE)
        void wrongAfterwards() {
            inParallel(submission::incrementUnlocked, submission::increment);
        }

        @Explore(points = 1)
        void wrongTwice() {
            submission.increment();
            throw new AssertionError("first");
        }
    }

    /** A superclass of check classes. */
    static class LifecycleBase {
        int prepared;

        @BeforeEach
        void count() {
            prepared++;
        }
    }

    @Explore(points = 1)
    void ownException() {
        inParallel(submission::increment, () -> List.of().get(0));
    }

    @Explore(points = 1)
    void nullOfTheSubmission() {
        int value = submission.nothing();
        assertThat(value).isZero();
    }

    @Explore(points = 1)
    void exceptionOfTheSubmission() {
        inParallel(submission::increment, submission::refuse);
    }

    @Explore(points = 1)
    void assumption() {
        submission.increment();
        throw new Inconclusive("not on this machine");
    }
}
