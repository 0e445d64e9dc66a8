package bouncer.worker.explore;

import static bouncer.checks.Parallel.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.Actor;
import bouncer.checks.Expect;
import bouncer.checks.Explore;
import bouncer.checks.Fault;
import bouncer.checks.Gauge;
import bouncer.checks.Inconclusive;
import bouncer.checks.Reach;
import bouncer.checks.Rendezvous;
import java.util.concurrent.locks.LockSupport;

/** Checks for {@link ExploringTest} to explore; the class nested here plays the submission. */
class ScenarioChecks {

    /** Right and wrong in many ways. */
    static class Submission {
        private int count;
        private volatile boolean open;

        synchronized void increment() {
            count++;
        }

        synchronized int count() {
            return count;
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

    @Explore(points = 1)
    void assumption() {
        submission.increment();
        throw new Inconclusive("not on this machine");
    }
}
