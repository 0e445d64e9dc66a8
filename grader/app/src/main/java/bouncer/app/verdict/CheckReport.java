package bouncer.app.verdict;

import bouncer.checks.finding.CheckResult;

/**
 * One check in a report.
 *
 * @param kind contract, explore, stress, timing, rule or compile
 * @param title its name for the student
 * @param result what became of it
 * @param score points earned
 * @param maxScore points that could be earned here
 */
public record CheckReport(String kind, String title, CheckResult result, int score, int maxScore) {}
