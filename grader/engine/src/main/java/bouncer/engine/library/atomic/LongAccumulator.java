package bouncer.engine.library.atomic;

import java.util.function.LongBinaryOperator;

/**
 * Model of {@link java.util.concurrent.atomic.LongAccumulator}: as documented, a result is no snapshot while others
 * accumulate.
 */
public class LongAccumulator extends Number {
    private final transient LongBinaryOperator function;
    private final transient Cells<Long> cells;

    public LongAccumulator(LongBinaryOperator accumulatorFunction, long identity) {
        function = accumulatorFunction;
        cells = new Cells<>(identity);
    }

    public void accumulate(long x) {
        cells.accumulate("accumulate", v -> function.applyAsLong(v, x));
    }

    public long get() {
        return cells.combine("get", function::applyAsLong);
    }

    public void reset() {
        cells.reset("reset");
    }

    public long getThenReset() {
        return cells.combineAndReset("getThenReset", function::applyAsLong);
    }

    @Override
    public String toString() {
        return Long.toString(get());
    }

    @Override
    public long longValue() {
        return get();
    }

    @Override
    public int intValue() {
        return (int) get();
    }

    @Override
    public float floatValue() {
        return (float) get();
    }

    @Override
    public double doubleValue() {
        return (double) get();
    }
}
