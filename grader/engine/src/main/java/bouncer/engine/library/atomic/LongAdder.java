package bouncer.engine.library.atomic;

/** Model of {@link java.util.concurrent.atomic.LongAdder}: as documented, a sum is no snapshot while others add. */
public class LongAdder extends Number {
    private final transient Cells<Long> cells = new Cells<>(0L);

    public LongAdder() {}

    public void add(long x) {
        cells.add("add", v -> v + x);
    }

    public void increment() {
        cells.add("increment", v -> v + 1);
    }

    public void decrement() {
        cells.add("decrement", v -> v - 1);
    }

    public long sum() {
        return cells.combine("sum", Long::sum);
    }

    public void reset() {
        cells.reset("reset");
    }

    public long sumThenReset() {
        return cells.combineAndReset("sumThenReset", Long::sum);
    }

    @Override
    public String toString() {
        return Long.toString(sum());
    }

    @Override
    public long longValue() {
        return sum();
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
        return (double) sum();
    }
}
