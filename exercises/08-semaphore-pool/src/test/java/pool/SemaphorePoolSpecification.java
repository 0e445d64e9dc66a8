package pool;

import bouncer.checks.ChecksFor;
import bouncer.checks.Fault;
import bouncer.checks.specification.Change;
import bouncer.checks.specification.Clause;
import bouncer.checks.specification.Making;
import bouncer.checks.specification.Moment;
import bouncer.checks.specification.ObjectContract;
import bouncer.checks.specification.Outcome;
import bouncer.checks.specification.Resource;
import bouncer.checks.specification.Specification;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;

/** The contract of the pool. */
@ChecksFor("08-semaphore-pool")
final class SemaphorePoolSpecification
        implements Specification<SemaphorePool<Object>, SemaphorePoolSpecification.State> {

    /**
     * The state of a pool.
     *
     * @param making how many resources are being made
     */
    record State(int capacity, Set<Resource> idle, Set<Resource> lent, int making) {
        boolean hasRoom() {
            return idle.size() + lent.size() + making < capacity;
        }

        State lending(Resource resource) {
            return new State(capacity, less(idle, resource), more(lent, resource), making);
        }

        State returning(Resource resource) {
            return new State(capacity, more(idle, resource), less(lent, resource), making);
        }

        State making(int change) {
            return new State(capacity, idle, lent, making + change);
        }

        private static Set<Resource> more(Set<Resource> some, Resource one) {
            Set<Resource> all = new TreeSet<>(some);
            all.add(one);
            return all;
        }

        private static Set<Resource> less(Set<Resource> some, Resource one) {
            Set<Resource> all = new TreeSet<>(some);
            all.remove(one);
            return all;
        }
    }

    @Override
    public void define(ObjectContract<SemaphorePool<Object>, State> pool) {
        pool.starts(
                "new SemaphorePool",
                in -> new SemaphorePool<>((int) in.number(), in.maker()),
                capacity -> new State((int) capacity, Set.of(), Set.of(), 0),
                capacity -> capacity < 1,
                1,
                2);
        pool.edges(0, -1, Integer.MIN_VALUE, 3, 130, 70_000);
        pool.takesMaker();
        pool.gives("acquire", (p, in) -> p.acquire(), SemaphorePoolSpecification::acquire)
                .interruptible()
                .mayGiveBack(SemaphorePoolSpecification::giveBack);
        pool.gives("acquire", (p, in) -> p.acquire(in.timeout(), in.unit()), SemaphorePoolSpecification::acquire)
                .timedOrThrows(TimeoutException.class)
                .interruptible()
                .mayGiveBack(SemaphorePoolSpecification::giveBack);
        pool.does("release", (p, in) -> p.release(in.resource()), SemaphorePoolSpecification::release)
                .resource();
        pool.gives("available", (p, in) -> p.available(), SemaphorePoolSpecification::available);
        pool.gives(
                "capacity",
                (p, in) -> p.capacity(),
                now -> now.refuses(now.state().capacity()));
        pool.fault(Clause.EXCLUSION, Fault.OVER_CREATION);
        pool.fault(Clause.ATOMICITY, Fault.DOUBLE_HAND_OUT);
        pool.fault(Clause.EXCEPTION, Fault.OVER_RELEASE);
    }

    private static Outcome<State> acquire(Moment<State> now) {
        State state = now.state();
        if (!state.idle().isEmpty()) {
            return now.either(state.idle().stream()
                    .map(one -> now.becomes(state.lending(one)).andReturns(one))
                    .toList());
        }
        return state.hasRoom()
                ? now.becomes(state.making(1)).andMakes(SemaphorePoolSpecification::afterMaking)
                : now.waits();
    }

    private static Outcome<State> afterMaking(Moment<State> now, Making made) {
        State without = now.state().making(-1);
        Change<State> change = now.becomes(made.resource() == null ? without : without.lending(made.resource()));
        if (made.resource() != null) {
            return change.andReturns(made.resource());
        }
        return made.thrown() == null ? change.andThrows(IllegalStateException.class) : change.andRethrows();
    }

    private static Outcome<State> release(Moment<State> now) {
        return now.resource() != null && now.state().lent().contains(now.resource())
                ? now.becomes(now.state().returning(now.resource())).andReturns()
                : now.raises(IllegalArgumentException.class);
    }

    /** Gives back what a call that gives up had for a moment: a resource, or a place for one. */
    private static Outcome<State> giveBack(Moment<State> now) {
        Resource had = now.resource();
        return now.becomes(had == null ? now.state().making(-1) : now.state().returning(had))
                .andReturns();
    }

    private static Outcome<State> available(Moment<State> now) {
        State state = now.state();
        return now.alone() ? now.returns(state.capacity() - state.lent().size()) : now.returnsAnything();
    }
}
