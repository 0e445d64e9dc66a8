package @package@;

public final class @class@ {
    private volatile long total;

    public void add(long amount) {
        total += amount;
    }

    public long total() {
        return total;
    }
}
