package semaphore;

import bouncer.checks.ChecksFor;
import bouncer.checks.Fault;
import bouncer.checks.specification.Clause;
import bouncer.checks.specification.Moment;
import bouncer.checks.specification.ObjectContract;
import bouncer.checks.specification.Outcome;
import bouncer.checks.specification.Specification;

/** The contract of the semaphore. The state is the number of free permits. */
@ChecksFor("07-semaphore")
final class CountingSemaphoreSpecification implements Specification<CountingSemaphore, Integer> {
    @Override
    public void define(ObjectContract<CountingSemaphore, Integer> semaphore) {
        semaphore.starts(
                "new CountingSemaphore",
                in -> new CountingSemaphore((int) in.number()),
                permits -> (int) permits,
                permits -> permits < 0,
                0,
                1,
                2);
        semaphore.edges(-1, Integer.MIN_VALUE, 3, 130, 70_000);
        semaphore
                .does("acquire", (s, in) -> s.acquire(), CountingSemaphoreSpecification::take)
                .interruptible()
                .mayGiveBack(now -> now.becomes(now.state() + 1).andReturns());
        semaphore.gives(
                "tryAcquire",
                (s, in) -> s.tryAcquire(),
                now -> now.state() > 0 ? now.becomes(now.state() - 1).andReturns(true) : now.refuses(false));
        semaphore
                .gives(
                        "tryAcquire",
                        (s, in) -> s.tryAcquire(in.timeout(), in.unit()),
                        CountingSemaphoreSpecification::takeInTime)
                .timed(false)
                .interruptible()
                .mayGiveBack(now -> now.becomes(now.state() + 1).andReturns());
        semaphore.does(
                "release",
                (s, in) -> s.release(),
                now -> now.becomes(now.state() + 1).andReturns());
        semaphore.gives("availablePermits", (s, in) -> s.availablePermits(), now -> now.returns(now.state()));
        semaphore.fault(Clause.EXCLUSION, Fault.PERMIT_OFF_BY_ONE);
        semaphore.fault(Clause.ATOMICITY, Fault.LOST_UPDATE);
    }

    private static Outcome<Integer> take(Moment<Integer> now) {
        return now.state() > 0 ? now.becomes(now.state() - 1).andReturns() : now.waits();
    }

    private static Outcome<Integer> takeInTime(Moment<Integer> now) {
        return now.state() > 0 ? now.becomes(now.state() - 1).andReturns(true) : now.waits();
    }
}
