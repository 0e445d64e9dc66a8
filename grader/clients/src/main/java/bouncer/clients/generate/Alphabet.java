package bouncer.clients.generate;

import bouncer.checks.specification.ObjectContract;
import bouncer.checks.specification.Operation;
import bouncer.clients.plan.Limit;
import bouncer.clients.plan.Turn;
import bouncer.clients.plan.Turn.ResourceChoice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls that a contract allows, by the first thread, to be made by others too. Immutable. */
final class Alphabet {
    private static final int CALLER = 0;

    private final ObjectContract<Object, Object> contract;
    private final boolean pairs;

    Alphabet(ObjectContract<Object, Object> contract) {
        this.contract = contract;
        this.pairs = contract.operations().stream().anyMatch(Alphabet::takesOther);
    }

    /** Returns true if a call takes another object. */
    static boolean takesOther(Operation<?, ?> operation) {
        return operation.takes() == Operation.Takes.OTHER || operation.takes() == Operation.Takes.OTHER_AND_NUMBER;
    }

    /** Returns the number of objects that a client needs: two, if calls take another object. */
    int objects() {
        return pairs ? 2 : 1;
    }

    /** Returns calls with ordinary arguments; with time limits that matter only for a longer client if asked to. */
    List<Turn.Call> ordinary(boolean allLimits) {
        List<Limit> limits = allLimits ? List.of(Limit.LONG, Limit.ZERO, Limit.SHORT) : List.of(Limit.LONG);
        List<ResourceChoice> resources = allLimits
                ? List.of(ResourceChoice.MINE, ResourceChoice.THEIRS, ResourceChoice.RETURNED)
                : List.of(ResourceChoice.MINE);
        List<Turn.Call> all = new ArrayList<>();
        for (int object = 0; object < objects(); object++) {
            for (int i = 0; i < contract.operations().size(); i++) {
                add(all, object, i, contract.operations().get(i).numbers(), limits, resources);
            }
        }
        return all;
    }

    private void add(
            List<Turn.Call> all,
            int object,
            int index,
            List<Long> numbers,
            List<Limit> limits,
            List<ResourceChoice> resources) {
        switch (contract.operations().get(index).takes()) {
            case NOTHING -> all.add(call(object, index, 0, -1, null, null));
            case NUMBER -> numbers.forEach(number -> all.add(call(object, index, number, -1, null, null)));
            case OTHER -> {
                for (int other = 0; other < objects(); other++) {
                    all.add(call(object, index, 0, other, null, null));
                }
            }
            case OTHER_AND_NUMBER -> {
                for (int other = 0; other < objects(); other++) {
                    for (long number : numbers) {
                        all.add(call(object, index, number, other, null, null));
                    }
                }
            }
            case TIMEOUT -> limits.forEach(limit -> all.add(call(object, index, 0, -1, limit, null)));
            case RESOURCE -> resources.forEach(choice -> all.add(call(object, index, 0, -1, null, choice)));
        }
    }

    static Turn.Call call(
            int object,
            int operation,
            long number,
            int other,
            @Nullable Limit limit,
            @Nullable ResourceChoice resource) {
        return new Turn.Call(CALLER, object, operation, number, other, limit, resource);
    }

    /** Returns calls that only look, or try and give up at once: what a stranger asks when all is over. */
    List<Turn> probes(int stranger) {
        List<Turn> all = new ArrayList<>();
        for (int object = 0; object < objects(); object++) {
            for (int i = 0; i < contract.operations().size(); i++) {
                Operation<Object, Object> operation = contract.operations().get(i);
                if (operation.takes() == Operation.Takes.NOTHING
                        && operation.givesValue()
                        && !operation.isInterruptible()) {
                    all.add(call(object, i, 0, -1, null, null).by(stranger));
                } else if (operation.takes() == Operation.Takes.TIMEOUT && operation.thrownWhenTimeIsOver() != null) {
                    all.add(call(object, i, 0, -1, Limit.ZERO, null).by(stranger));
                }
            }
        }
        return all;
    }
}
