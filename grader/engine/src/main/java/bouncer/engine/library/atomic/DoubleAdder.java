package bouncer.engine.library.atomic;

/** Model of {@link java.util.concurrent.atomic.DoubleAdder}: as documented, a sum is no snapshot while others add. */
public class DoubleAdder extends Number {
    private final transient Cells<Double> cells = new Cells<>(0.0);

    public DoubleAdder() {}

    public void add(double x) {
        cells.add("add", v -> v + x);
    }

    public double sum() {
        return cells.combine("sum", Double::sum);
    }

    public void reset() {
        cells.reset("reset");
    }

    public double sumThenReset() {
        return cells.combineAndReset("sumThenReset", Double::sum);
    }

    @Override
    public String toString() {
        return Double.toString(sum());
    }

    @Override
    public long longValue() {
        return (long) sum();
    }

    @Override
    public int intValue() {
        return (int) sum();
    }

    @Override
    public float floatValue() {
        return (float) sum();
    }

    @Override
    public double doubleValue() {
        return sum();
    }
}
