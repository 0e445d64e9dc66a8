package bouncer.checks.specification;

import bouncer.checks.Fault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a contract: how objects are made, what each operation means, and which fault a broken clause is.
 * Filled by {@link Specification#define}; not changed afterwards.
 *
 * @param <T> the class under test
 * @param <S> the abstract state of one object
 */
public final class ObjectContract<T, S> {
    private final List<Operation<T, S>> operations = new ArrayList<>();
    private final Map<Clause, Fault> faults = new EnumMap<>(Clause.class);
    private Invocation.@Nullable OfConstructor<T> constructor;
    private @Nullable LongFunction<S> initial;
    private LongPredicate refused = number -> false;
    private String constructorName = "";
    private List<Long> numbers = List.of(0L);
    private List<Long> edges = List.of();
    private boolean takesNumber;
    private boolean takesMaker;
    private boolean sharing;

    /** Objects are made without a number, in this state. */
    public void starts(String name, Invocation.OfConstructor<T> make, S state) {
        constructorName = name;
        constructor = make;
        initial = number -> state;
    }

    /**
     * Objects are made with a number.
     *
     * @param state the state after the constructor has returned
     * @param illegal numbers for which the constructor must throw {@link IllegalArgumentException}
     * @param ordinary numbers to try in all combinations
     */
    public void starts(
            String name,
            Invocation.OfConstructor<T> make,
            LongFunction<S> state,
            LongPredicate illegal,
            long... ordinary) {
        constructorName = name;
        constructor = make;
        initial = state;
        refused = illegal;
        takesNumber = true;
        numbers = LongStream.of(ordinary).boxed().toList();
    }

    /** The constructor is also tried with these numbers. */
    public void edges(long... unusual) {
        edges = LongStream.of(unusual).boxed().toList();
    }

    /** The constructor takes a maker of resources. */
    public void takesMaker() {
        takesMaker = true;
    }

    /** A call of one object may wait for a call of another one. */
    public void objectsMayShare() {
        sharing = true;
    }

    /** Adds an operation that returns nothing. */
    public Operation<T, S> does(String name, Invocation.OfVoid<T> call, Behavior<S> meaning) {
        return add(new Operation<>(
                name,
                (object, in) -> {
                    call.call(object, in);
                    return null;
                },
                false,
                meaning));
    }

    /** Adds an operation that returns a value. */
    public Operation<T, S> gives(String name, Invocation<T> call, Behavior<S> meaning) {
        return add(new Operation<>(name, call, true, meaning));
    }

    private Operation<T, S> add(Operation<T, S> operation) {
        operations.add(operation);
        return operation;
    }

    /** Names the fault that it is to break a clause. */
    public void fault(Clause clause, Fault fault) {
        faults.put(clause, fault);
    }

    /** Returns the fault that it is to break a clause. */
    public Fault faultOf(Clause clause) {
        return faults.getOrDefault(clause, clause.fault());
    }

    /** Returns the operations, in the order of their definition. */
    public List<Operation<T, S>> operations() {
        return Collections.unmodifiableList(operations);
    }

    /** Returns the constructor. */
    public Invocation.OfConstructor<T> constructor() {
        if (constructor == null) {
            throw new IllegalStateException("The specification does not say how objects are made: call starts");
        }
        return constructor;
    }

    /** Returns the name of the constructor. */
    public String constructorName() {
        return constructorName;
    }

    /** Returns the state of an object that was made with a number. */
    public S initial(long number) {
        if (initial == null) {
            throw new IllegalStateException("The specification does not say how objects are made: call starts");
        }
        return initial.apply(number);
    }

    /** Returns true if the constructor must refuse a number. */
    public boolean refuses(long number) {
        return refused.test(number);
    }

    /** Returns true if the constructor takes a number. */
    public boolean takesNumber() {
        return takesNumber;
    }

    /** Returns true if the constructor takes a maker of resources. */
    public boolean makesResources() {
        return takesMaker;
    }

    /** Returns true if a call of one object may wait for a call of another one. */
    public boolean mayShare() {
        return sharing;
    }

    /** Returns the ordinary numbers of the constructor. */
    public List<Long> numbers() {
        return numbers;
    }

    /** Returns the unusual numbers of the constructor. */
    public List<Long> edges() {
        return edges;
    }
}
