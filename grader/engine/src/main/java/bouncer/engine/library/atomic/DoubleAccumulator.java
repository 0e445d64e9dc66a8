package bouncer.engine.library.atomic;

import java.util.function.DoubleBinaryOperator;

/**
 * Model of {@link java.util.concurrent.atomic.DoubleAccumulator}: as documented, a result is no snapshot while others
 * accumulate.
 */
public class DoubleAccumulator extends Number {
    private final transient DoubleBinaryOperator function;
    private final transient Cells<Double> cells;

    public DoubleAccumulator(DoubleBinaryOperator accumulatorFunction, double identity) {
        function = accumulatorFunction;
        cells = new Cells<>(identity);
    }

    public void accumulate(double x) {
        cells.accumulate("accumulate", v -> function.applyAsDouble(v, x));
    }

    public double get() {
        return cells.combine("get", function::applyAsDouble);
    }

    public void reset() {
        cells.reset("reset");
    }

    public double getThenReset() {
        return cells.combineAndReset("getThenReset", function::applyAsDouble);
    }

    @Override
    public String toString() {
        return Double.toString(get());
    }

    @Override
    public long longValue() {
        return (long) get();
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
        return get();
    }
}
