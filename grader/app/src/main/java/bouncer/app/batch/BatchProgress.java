package bouncer.app.batch;

/** Receives the progress of a batch. The methods are called from several threads, but never concurrently. */
public interface BatchProgress {
    /**
     * Called before the first submission.
     *
     * @param total how many submissions there are
     * @param kept how many of them keep the result of an earlier run
     */
    void begin(int total, int kept);

    /** Called after each submission that this run graded. */
    void graded(String user, int score, int maxScore);

    /** Called after the last submission, or when the run is aborted. */
    void end();
}
