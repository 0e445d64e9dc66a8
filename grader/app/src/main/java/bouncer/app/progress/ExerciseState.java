package bouncer.app.progress;

import bouncer.app.verdict.Verdict;

/**
 * What is remembered of one exercise.
 *
 * @param verdict of the last run
 * @param score points of the last run
 * @param maxScore points that could be earned in it
 * @param sourceHash of the files that were judged; empty when nothing was
 * @param hintsTaken tiers of hints shown so far
 * @param everSolved whether it was accepted at least once
 * @param gaveUp whether the solution was asked for unsolved
 */
public record ExerciseState(
        Verdict verdict,
        int score,
        int maxScore,
        String sourceHash,
        int hintsTaken,
        boolean everSolved,
        boolean gaveUp) {

    /** An exercise that nothing is known of yet. */
    public static ExerciseState fresh(int maxScore) {
        return new ExerciseState(Verdict.NOT_STARTED, 0, maxScore, "", 0, false, false);
    }

    ExerciseState judged(Verdict now, int points, int outOf, String hash) {
        boolean solved = everSolved || now == Verdict.ACCEPTED;
        return new ExerciseState(now, points, outOf, hash, hintsTaken, solved, gaveUp);
    }

    /** The same with at least so many tiers of hints shown. */
    public ExerciseState withHints(int tiers) {
        return new ExerciseState(verdict, score, maxScore, sourceHash, Math.max(hintsTaken, tiers), everSolved, gaveUp);
    }

    /** The same after the solution was asked for unsolved. */
    public ExerciseState afterGivingUp() {
        return new ExerciseState(verdict, score, maxScore, sourceHash, hintsTaken, everSolved, true);
    }

    /** The same after the files went back to their original state; what was once solved stays so. */
    public ExerciseState afterReset() {
        return new ExerciseState(Verdict.NOT_STARTED, 0, maxScore, "", hintsTaken, everSolved, gaveUp);
    }
}
