package bouncer.worker;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.Contract;
import bouncer.checks.Explore;
import bouncer.checks.Fault;

/** Checks that {@link WorkerTest} runs in a worker, each for one behaviour of {@link HostileSubmission}. */
class HostileChecks {
    @Contract(points = 1)
    void exit() {
        HostileSubmission.exit();
    }

    @Contract(points = 1)
    void halt() {
        HostileSubmission.halt();
    }

    @Contract(points = 1)
    void loop() {
        HostileSubmission.loop();
    }

    @Contract(points = 1)
    void neverInitialised() {
        HostileSubmission.NeverInitialised.call();
    }

    @Explore(points = 1)
    void exploredLoop() {
        HostileSubmission.loop();
    }

    @Explore(points = 1)
    void exploredLoopInLibrary() {
        assertThat(HostileSubmission.loopInLibrary()).isFalse();
    }

    @Explore(points = 1)
    void exploredFlood() {
        for (int i = 0; i < 100; i++) {
            HostileSubmission.print();
        }
    }

    @Contract(points = 1)
    void overflow() {
        assertThat(HostileSubmission.overflow(0)).isZero();
    }

    @Contract(points = 1)
    void eat() {
        HostileSubmission.eat();
    }

    @Contract(points = 1)
    void leak() {
        HostileSubmission.leak();
    }

    @Contract(points = 1, fault = Fault.MISSING_NOTIFY)
    void waitForNothing() {
        HostileSubmission.waitForNothing();
    }

    @Contract(points = 1)
    void print() {
        HostileSubmission.print();
    }

    @Contract(points = 1)
    void throwTrap() {
        HostileSubmission.throwTrap();
    }

    @Contract(points = 1)
    void holdOwnThread() {
        HostileSubmission.holdOwnThread();
    }

    @Contract(points = 1)
    void holdThreadClass() {
        HostileSubmission.holdThreadClass();
    }

    @Contract(points = 1)
    void countedLoop() {
        assertThat(HostileSubmission.countedLoop()).isZero();
    }

    @Contract(points = 1)
    void helped() {
        assertThat(Helper.answer()).isEqualTo(42);
    }

    /** A helper class of checks. */
    static class Helper {
        static int answer() {
            return 42;
        }
    }

    /** {@link WorkerTest} copies this class file to the place of the helper; it cannot be loaded under that name. */
    static class Impostor {}
}
