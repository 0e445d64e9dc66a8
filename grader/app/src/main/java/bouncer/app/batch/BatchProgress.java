package bouncer.app.batch;

/** Is told how a batch gets on. Called from several threads, one at a time. */
public interface BatchProgress {
    /**
     * Before the first submission.
     *
     * @param total how many there are
     * @param kept how many were graded by an earlier run and need nothing
     */
    void begin(int total, int kept);

    /** After each submission that was graded now. */
    void graded(String user, int score, int maxScore);

    /** After the last, or when the run is given up. */
    void end();
}
