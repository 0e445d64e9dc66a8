package counter;

class Cell {
    private long v;

    /** Adds and returns the new value. */
    synchronized long add(long d) {
        v += d;
        return v;
    }

    synchronized long swap(long neu) {
        try {
            return v;
        } finally {
            v = neu;
        }
    }
}
