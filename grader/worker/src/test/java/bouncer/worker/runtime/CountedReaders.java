package bouncer.worker.runtime;

import bouncer.engine.Model;

/** The readers of one execution, for programs that another loader loads and instruments. */
public final class CountedReaders {
    private final ArrayReaders readers;

    /** Starts to count the threads that read arrays of at least this length. */
    public CountedReaders(int least) {
        readers = new ArrayReaders(least);
        Model.listenToArrayReads(readers);
    }

    /** Returns how many threads have read. */
    public int count() {
        return readers.count();
    }

    /** Returns the largest number of threads that have read at the same time. */
    public int atOnce() {
        return readers.atOnce();
    }

    /** See {@link ArrayReaders#endAt}. */
    public void endAt(int workers, String label) {
        readers.endAt(workers, label);
    }
}
