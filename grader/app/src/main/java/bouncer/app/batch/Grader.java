package bouncer.app.batch;

import bouncer.app.verdict.Report;
import java.io.IOException;
import java.nio.file.Path;

/** Judges one submission; what a batch does with many. Thread-safe. */
interface Grader {
    /**
     * Judges the sources below a directory.
     *
     * @throws IOException if the machine does not let us work
     */
    Report grade(String user, Path submission) throws IOException, InterruptedException;

    /**
     * The report of a submission that cannot be read at all.
     *
     * @throws IOException if the machine does not let us work
     */
    Report refused(String user, String why) throws IOException, InterruptedException;

    /** The report of a submission that we failed to judge. */
    Report failed(String user, String why);
}
