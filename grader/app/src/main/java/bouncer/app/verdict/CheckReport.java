package bouncer.app.verdict;

import bouncer.checks.result.CheckResult;
import bouncer.checks.result.Phase;

/**
 * One check in a report.
 *
 * @param phase when it is judged
 * @param title its name for the student
 * @param result its outcome and what it found
 * @param score points earned
 * @param maxScore points that could be earned here
 */
public record CheckReport(Phase phase, String title, CheckResult result, int score, int maxScore) {}
