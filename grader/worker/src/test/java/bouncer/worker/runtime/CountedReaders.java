package bouncer.worker.runtime;

import bouncer.engine.Model;

/** The readers of one execution, for programs that another loader loads and instruments. */
public final class CountedReaders {
    private final ArrayReaders readers;

    /** Counts from here on the threads that read arrays of that length or more. */
    public CountedReaders(int least) {
        readers = new ArrayReaders(least);
        Model.listenToArrayReads(readers);
    }

    /** How many threads have read. */
    public int count() {
        return readers.count();
    }

    /** How many threads have read at once. */
    public int atOnce() {
        return readers.atOnce();
    }

    /** See {@link ArrayReaders#endAt}. */
    public void endAt(int workers, String label) {
        readers.endAt(workers, label);
    }
}
