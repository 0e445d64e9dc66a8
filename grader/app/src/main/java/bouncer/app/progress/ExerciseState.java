package bouncer.app.progress;

import bouncer.app.verdict.Verdict;

/**
 * The saved state of one exercise. Immutable.
 *
 * @param verdict the verdict of the last run
 * @param score the points of the last run
 * @param maxScore the points that could be earned in it
 * @param sourceHash a hash of the files that were judged; empty if none were
 * @param hintsTaken how many tiers of hints have been shown
 * @param everSolved whether the exercise has ever been accepted
 * @param gaveUp whether the solution was shown before the exercise was solved
 */
public record ExerciseState(
        Verdict verdict,
        int score,
        int maxScore,
        String sourceHash,
        int hintsTaken,
        boolean everSolved,
        boolean gaveUp) {

    /** Returns the state of an exercise that was never judged. */
    public static ExerciseState fresh(int maxScore) {
        return new ExerciseState(Verdict.NOT_STARTED, 0, maxScore, "", 0, false, false);
    }

    /**
     * Returns this state after a run.
     *
     * @param points the points of the run
     * @param outOf the points that could be earned
     * @param hash a hash of the files that were judged
     */
    ExerciseState judged(Verdict now, int points, int outOf, String hash) {
        boolean solved = everSolved || now == Verdict.ACCEPTED;
        return new ExerciseState(now, points, outOf, hash, hintsTaken, solved, gaveUp);
    }

    /** Returns this state with at least this many tiers of hints shown. */
    public ExerciseState withHints(int tiers) {
        return new ExerciseState(verdict, score, maxScore, sourceHash, Math.max(hintsTaken, tiers), everSolved, gaveUp);
    }

    /** Returns this state after the solution was shown unsolved. */
    public ExerciseState afterGivingUp() {
        return new ExerciseState(verdict, score, maxScore, sourceHash, hintsTaken, everSolved, true);
    }

    /** Returns this state after a reset; an exercise that was ever solved stays so. */
    public ExerciseState afterReset() {
        return new ExerciseState(Verdict.NOT_STARTED, 0, maxScore, "", hintsTaken, everSolved, gaveUp);
    }
}
