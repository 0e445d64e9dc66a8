package bouncer.app.batch;

import bouncer.app.catalogue.Exercise;
import bouncer.app.submission.Sources;
import bouncer.app.verdict.Report;
import java.io.IOException;
import java.util.Map;

/** Judges one submission. Thread-safe. */
interface Grader {
    /**
     * Judges the sources of a submission.
     *
     * @param submission what was found of each exercise
     * @throws IOException if the harness cannot read or write its files
     */
    Report grade(String user, Map<Exercise, Sources> submission) throws IOException, InterruptedException;

    /**
     * Returns the report of a submission that cannot be read.
     *
     * @param why a sentence for the student
     * @throws IOException if the harness cannot read or write its files
     */
    Report refused(String user, String why) throws IOException, InterruptedException;

    /** Returns the report of a submission that could not be judged because of a harness error. */
    Report failed(String user, String why);
}
