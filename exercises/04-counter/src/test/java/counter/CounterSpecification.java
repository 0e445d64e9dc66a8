package counter;

import bouncer.checks.ChecksFor;
import bouncer.checks.Fault;
import bouncer.checks.specification.Clause;
import bouncer.checks.specification.ObjectContract;
import bouncer.checks.specification.Specification;

/** The contract of the counter: each call is one step on a number. */
@ChecksFor("04-counter")
final class CounterSpecification implements Specification<ThreadSafeCounter, Long> {
    @Override
    public void define(ObjectContract<ThreadSafeCounter, Long> counter) {
        counter.starts("new ThreadSafeCounter()", in -> new ThreadSafeCounter(), 0L);
        counter.does(
                "increment",
                (c, in) -> c.increment(),
                now -> now.becomes(now.state() + 1).andReturns());
        counter.does(
                "decrement",
                (c, in) -> c.decrement(),
                now -> now.becomes(now.state() - 1).andReturns());
        counter.gives("get", (c, in) -> c.get(), now -> now.returns(now.state()));
        counter.gives(
                "getAndReset",
                (c, in) -> c.getAndReset(),
                now -> now.becomes(0L).andReturns(now.state()));
        counter.fault(Clause.ATOMICITY, Fault.LOST_UPDATE);
    }
}
