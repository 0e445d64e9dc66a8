package bouncer.clients.generate;

import bouncer.checks.specification.Making;
import bouncer.checks.specification.Moment;
import bouncer.checks.specification.ObjectContract;
import bouncer.checks.specification.Operation;
import bouncer.checks.specification.Outcome;
import bouncer.checks.specification.Resource;
import bouncer.clients.plan.Turn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the specification expects after some turns, if those who wait are served in the order in which they came. A real
 * class may do otherwise, so this only decides which clients are worth running. Immutable.
 *
 * @param world the states of all objects
 * @param waiting the calls that wait, in order
 * @param got the resources that each thread has, in the order of threads
 * @param made the number of resources made so far
 * @param returned the number of resources that were given back at least once
 */
record Sketch(List<Object> world, List<Turn.Call> waiting, List<List<Resource>> got, int made, boolean returned) {
    private static final int MOST_STEPS = 100;

    static Sketch of(ObjectContract<Object, Object> contract, List<Long> objects, int threads) {
        List<Object> world = new ArrayList<>();
        objects.forEach(number -> world.add(contract.initial(number)));
        List<List<Resource>> got = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            got.add(List.of());
        }
        return new Sketch(world, List.of(), got, 0, false);
    }

    boolean isFree(int thread) {
        return waiting.stream().noneMatch(call -> call.thread() == thread);
    }

    /** How a call would go. */
    enum Fate {
        ENDS,
        WAITS,
        OPEN,
        /** It cannot be made, as there is no resource to pass. */
        IMPOSSIBLE
    }

    /** What a call would do. */
    record Next(Fate fate, Sketch sketch, boolean refused) {

        /** Returns true if the call ends and leaves another state than there was before. */
        boolean changes(Sketch before) {
            return fate == Fate.ENDS && !sketch.world.equals(before.world);
        }
    }

    /** Returns what becomes of a call of a free thread. */
    Next after(ObjectContract<Object, Object> contract, Turn.Call call) {
        Next next = step(contract, call);
        if (next.fate == Fate.WAITS) {
            boolean momentary = call.limit() != null && call.limit().nanos() == 0;
            return momentary
                    ? new Next(Fate.ENDS, this, true)
                    : new Next(Fate.WAITS, next.sketch.waitingToo(call), false);
        }
        return next.fate == Fate.ENDS ? new Next(Fate.ENDS, next.sketch.served(contract), next.refused) : next;
    }

    private Sketch waitingToo(Turn.Call call) {
        List<Turn.Call> all = new ArrayList<>(waiting);
        all.add(call);
        return new Sketch(world, all, got, made, returned);
    }

    /** Serves those who wait and can go on. */
    private Sketch served(ObjectContract<Object, Object> contract) {
        Sketch now = this;
        boolean more = true;
        for (int steps = 0; more && steps < MOST_STEPS; steps++) {
            more = false;
            for (Turn.Call call : now.waiting) {
                Next next = now.step(contract, call);
                if (next.fate == Fate.ENDS) {
                    List<Turn.Call> left = new ArrayList<>(now.waiting);
                    left.remove(call);
                    Sketch after = next.sketch;
                    now = new Sketch(after.world, left, after.got, after.made, after.returned);
                    more = true;
                    break;
                }
            }
        }
        return now;
    }

    private Next step(ObjectContract<Object, Object> contract, Turn.Call call) {
        Operation<Object, Object> operation = contract.operations().get(call.operation());
        Resource resource = null;
        if (call.resource() != null) {
            resource = resource(call);
            if (resource == null && call.resource() != Turn.ResourceChoice.NULL) {
                return new Next(Fate.IMPOSSIBLE, this, false);
            }
        }
        Moment.CallData data = new Moment.CallData(call.number(), call.other(), resource);
        return follow(operation.behavior().in(moment(world, call, data)), call, data, this);
    }

    private @Nullable Resource resource(Turn.Call call) {
        return switch (java.util.Objects.requireNonNull(call.resource())) {
            case MINE -> last(got.get(call.thread()));
            case THEIRS -> {
                for (int i = 0; i < got.size(); i++) {
                    if (i != call.thread() && !got.get(i).isEmpty()) {
                        yield last(got.get(i));
                    }
                }
                yield null;
            }
            case RETURNED -> returned ? new Resource(0) : null;
            case NULL -> null;
            case STRANGE -> new Resource(-1);
        };
    }

    private static @Nullable Resource last(List<Resource> all) {
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    private static Moment<Object> moment(List<Object> world, Turn.Call call, Moment.CallData data) {
        return new Moment<>(world, call.object(), call.thread(), data, true);
    }

    private static Next follow(Outcome<Object> outcome, Turn.Call call, Moment.CallData data, Sketch from) {
        if (outcome instanceof Outcome.Either<Object> either) {
            for (Outcome<Object> each : either.choices()) {
                Next next = follow(each, call, data, from);
                if (next.fate != Fate.IMPOSSIBLE) {
                    return next;
                }
            }
            return new Next(Fate.IMPOSSIBLE, from, false);
        } else if (outcome instanceof Outcome.Returns<Object> returns) {
            return new Next(Fate.ENDS, from.after(returns, call, data), !returns.sees());
        } else if (outcome instanceof Outcome.Throws<Object> thrown) {
            return new Next(Fate.ENDS, from.in(thrown.world()), true);
        } else if (outcome instanceof Outcome.Rethrows<Object> rethrows) {
            return new Next(Fate.ENDS, from.in(rethrows.world()), true);
        } else if (outcome instanceof Outcome.Continues<Object> continues) {
            Sketch between = from.in(continues.world());
            return follow(continues.rest().in(moment(continues.world(), call, data)), call, data, between);
        } else if (outcome instanceof Outcome.Makes<Object> makes) {
            Sketch between = new Sketch(makes.world(), from.waiting, from.got, from.made + 1, from.returned);
            Making making = new Making(new Resource(from.made), null);
            return follow(makes.rest().in(moment(makes.world(), call, data), making), call, data, between);
        } else if (outcome instanceof Outcome.Open<Object>) {
            return new Next(Fate.OPEN, from, false);
        }
        return new Next(outcome instanceof Outcome.Waits<Object> ? Fate.WAITS : Fate.IMPOSSIBLE, from, false);
    }

    private Sketch in(List<Object> newWorld) {
        return new Sketch(newWorld, waiting, got, made, returned);
    }

    private Sketch after(Outcome.Returns<Object> returns, Turn.Call call, Moment.CallData data) {
        List<List<Resource>> newGot = new ArrayList<>(got);
        boolean gaveBack = returned;
        if (returns.value() instanceof Resource resource) {
            List<Resource> mine = new ArrayList<>(got.get(call.thread()));
            mine.add(resource);
            newGot.set(call.thread(), List.copyOf(mine));
        } else if (data.resource() != null && returns.sees()) {
            gaveBack = true;
            for (int i = 0; i < newGot.size(); i++) {
                List<Resource> left = new ArrayList<>(newGot.get(i));
                left.remove(data.resource());
                newGot.set(i, List.copyOf(left));
            }
        }
        return new Sketch(returns.world(), waiting, newGot, made, gaveBack);
    }
}
