package concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.api.Contract;
import bouncer.checks.api.Exercise;
import bouncer.checks.finding.Fault;
import java.util.concurrent.CountDownLatch;

@Exercise("01-two-tasks")
class TwoTasksChecks {

    @Contract(points = 8, fault = Fault.NO_CONCURRENCY)
    void eachMayWaitForTheOther() throws InterruptedException {
        CountDownLatch one = new CountDownLatch(1);
        CountDownLatch two = new CountDownLatch(1);
        boolean[] ran = new boolean[2];
        TwoTasks.runBoth(
                () -> {
                    one.countDown();
                    await(two);
                    ran[0] = true;
                },
                () -> {
                    two.countDown();
                    await(one);
                    ran[1] = true;
                });
        assertThat(ran).as("which tasks ran to their end").containsExactly(true, true);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupted this task", e);
        }
    }
}
