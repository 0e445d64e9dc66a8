package mutex;

import bouncer.checks.ChecksFor;
import bouncer.checks.Fault;
import bouncer.checks.specification.Change;
import bouncer.checks.specification.Clause;
import bouncer.checks.specification.Moment;
import bouncer.checks.specification.ObjectContract;
import bouncer.checks.specification.Outcome;
import bouncer.checks.specification.Specification;

/** The contract of the mutex. The state is the number of the thread that holds it. */
@ChecksFor("06-mutex")
final class MutexSpecification implements Specification<Mutex, Integer> {
    private static final int NOBODY = -1;

    @Override
    public void define(ObjectContract<Mutex, Integer> mutex) {
        mutex.starts("new Mutex()", in -> new Mutex(), NOBODY);
        mutex.does(
                        "lock",
                        (m, in) -> m.lock(),
                        now -> now.state() == NOBODY ? held(now).andReturns() : waits(now))
                .mayGiveBack(now -> now.becomes(NOBODY).andReturns());
        mutex.gives("tryLock", (m, in) -> m.tryLock(), MutexSpecification::tryLock);
        mutex.gives("tryLock", (m, in) -> m.tryLock(in.timeout(), in.unit()), MutexSpecification::lockInTime)
                .timed(false)
                .interruptible()
                .mayGiveBack(now -> now.becomes(NOBODY).andReturns());
        mutex.does("unlock", (m, in) -> m.unlock(), MutexSpecification::unlock);
        mutex.fault(Clause.EXCEPTION, Fault.WRONG_OWNER_UNLOCK);
        mutex.fault(Clause.ATOMICITY, Fault.NOT_EXCLUSIVE);
    }

    private static Outcome<Integer> tryLock(Moment<Integer> now) {
        if (now.state() == now.thread()) {
            return open(now);
        }
        return now.state() == NOBODY ? held(now).andReturns(true) : now.refuses(false);
    }

    private static Outcome<Integer> lockInTime(Moment<Integer> now) {
        return now.state() == NOBODY ? held(now).andReturns(true) : waits(now);
    }

    private static Outcome<Integer> unlock(Moment<Integer> now) {
        return now.state() == now.thread()
                ? now.becomes(NOBODY).andReturns()
                : now.raises(IllegalMonitorStateException.class);
    }

    private static Change<Integer> held(Moment<Integer> now) {
        return now.becomes(now.thread());
    }

    private static Outcome<Integer> waits(Moment<Integer> now) {
        return now.state() == now.thread() ? open(now) : now.waits();
    }

    private static Outcome<Integer> open(Moment<Integer> now) {
        return now.open("what the holder's own second lock does");
    }
}
