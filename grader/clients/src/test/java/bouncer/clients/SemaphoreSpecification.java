package bouncer.clients;

import bouncer.checks.specification.Moment;
import bouncer.checks.specification.ObjectContract;
import bouncer.checks.specification.Outcome;
import bouncer.checks.specification.Specification;
import java.util.function.IntFunction;

/**
 * A counting semaphore.
 *
 * @param make makes the semaphore to judge
 */
record SemaphoreSpecification(IntFunction<SmallSemaphore> make) implements Specification<SmallSemaphore, Integer> {
    @Override
    public void define(ObjectContract<SmallSemaphore, Integer> semaphore) {
        semaphore.starts(
                "new CountingSemaphore",
                in -> make.apply((int) in.number()),
                permits -> (int) permits,
                permits -> permits < 0,
                0,
                1,
                2);
        semaphore.edges(-1, Integer.MIN_VALUE);
        semaphore
                .does("acquire", (s, in) -> s.acquire(), SemaphoreSpecification::take)
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
                        SemaphoreSpecification::takeInTime)
                .timed(false)
                .interruptible()
                .mayGiveBack(now -> now.becomes(now.state() + 1).andReturns());
        semaphore.does(
                "release",
                (s, in) -> s.release(),
                now -> now.becomes(now.state() + 1).andReturns());
        semaphore.gives("availablePermits", (s, in) -> s.availablePermits(), now -> now.returns(now.state()));
    }

    private static Outcome<Integer> take(Moment<Integer> now) {
        return now.state() > 0 ? now.becomes(now.state() - 1).andReturns() : now.waits();
    }

    private static Outcome<Integer> takeInTime(Moment<Integer> now) {
        return now.state() > 0 ? now.becomes(now.state() - 1).andReturns(true) : now.waits();
    }
}
