package bouncer.app.report;

import bouncer.app.verdict.Report;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Autolab's format: the last line of standard output holds the scores, the lines above are the feedback. Stateless. */
final class Autolab {
    private Autolab() {}

    static String write(Report report) {
        ObjectNode root = Json.object();
        ObjectNode scores = root.putObject("scores");
        report.exercises().forEach(exercise -> scores.put(exercise.slug(), exercise.score()));
        root.putArray("scoreboard").add(report.score());
        return Board.write(report, "./mvnw test -Dexercise=SLUG") + "\n" + Json.compact(root) + "\n";
    }
}
