package bouncer.worker;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import bouncer.checks.Actor;
import bouncer.checks.Contract;
import bouncer.checks.CurrentCheck;
import bouncer.checks.Expect;
import bouncer.checks.Fault;
import bouncer.checks.Parallel;
import bouncer.checks.Rounds;
import bouncer.checks.Stress;
import bouncer.checks.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Checks for {@link WorkerTest} that use JUnit, and checks with a defect of their own. */
class JUnitChecks extends JUnitChecksBase {
    @BeforeEach
    void prepare() {
        order.add("prepare");
    }

    @AfterEach
    void cleanUp() {
        order.add("cleanUp");
        if (order.contains("failing")) {
            throw new IllegalStateException("second");
        }
    }

    @Override
    @BeforeEach
    void overridden() {
        order.add("overridden");
    }

    @Contract(points = 1)
    void runsInOrder() {
        assertEquals(List.of("base", "overridden", "prepare"), order);
    }

    @Contract(points = 1)
    void everyAfterEachRuns() {
        order.add("failing");
        throw new AssertionError("first");
    }

    @Contract(points = 1, fault = Fault.LOST_UPDATE)
    void junit() {
        assertThrows(IllegalStateException.class, HostileSubmission::refuse);
        assertAll(() -> assertEquals(1, 1), () -> assertEquals(2, HostileSubmission.one(), "the sum"));
    }

    @Contract(points = 1)
    void soft() {
        SoftAssertions.assertSoftly(softly -> {
            softly.assertThat(HostileSubmission.one()).as("the first").isEqualTo(2);
            softly.assertThat(HostileSubmission.one()).as("the second").isEqualTo(3);
        });
    }

    @Contract(points = 1)
    void ownNull() {
        Map<String, String> map = Map.of();
        map.get("nothing").length();
    }

    @Contract(points = 1)
    void nullOfTheSubmission() {
        int value = HostileSubmission.nothing();
        assertEquals(1, value);
    }

    @Contract(points = 1)
    void exceptionOfTheSubmission() {
        HostileSubmission.refuse();
    }

    @Contract(points = 1)
    void exceptionOfTheJdkInTheSubmission() {
        HostileSubmission.first(new ArrayList<>());
    }

    @Contract(points = 1, fault = Fault.BAD_TIMEOUT)
    void faultOfTheAnnotation() {
        Expect.equal(HostileSubmission.one(), 2, "the number");
    }

    @Contract(points = 1)
    void thrownOnPurposeInAThreadOfTheSubmission() {
        HostileSubmission.runAndWait(() -> {
            throw new IllegalStateException("on purpose");
        });
    }

    @Contract(points = 1)
    void missingClass() {
        throw new NoClassDefFoundError("org/example/Library");
    }

    @Contract(points = 1)
    void ownExceptionInAThread() {
        Actor<Void> actor = Actor.start("T1", () -> List.of().get(0));
        actor.join();
    }

    @Contract(points = 1)
    void ownExceptionWhileAnotherWaits() {
        CountDownLatch never = new CountDownLatch(1);
        Parallel.inParallel(never::await, () -> List.of().get(0));
    }

    @Stress(points = 1)
    void ownExceptionUnderStress() throws Exception {
        Rounds.upTo(2).run(round -> round.inParallel(2, i -> List.of().get(i)));
    }

    @Timing(points = 1)
    void ownExceptionWhileTiming() {
        CurrentCheck.progress();
        throw new IllegalArgumentException("of the check");
    }
}

/** A superclass of check classes. */
class JUnitChecksBase {
    final List<String> order = new ArrayList<>();

    @BeforeEach
    void base() {
        order.add("base");
    }

    @BeforeEach
    void overridden() {
        order.add("never");
    }

    @AfterEach
    void last() {
        if (order.contains("failing")) {
            HostileSubmission.refuse();
        }
    }
}
