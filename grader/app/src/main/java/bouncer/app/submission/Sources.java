package bouncer.app.submission;

import bouncer.app.catalogue.Exercise;
import bouncer.checks.result.Finding;
import java.util.List;
import java.util.SortedMap;

/** The sources of one exercise that were found in a submission. */
public sealed interface Sources {

    /** The submission has no file of this exercise. */
    record Absent() implements Sources {
        /** Returns the sentence that explains why no check of an absent exercise was run. */
        public static String note(Exercise exercise) {
            return "not handed in: there is no " + String.join(", ", exercise.files());
        }
    }

    /**
     * The submission has files of this exercise, but they cannot be used.
     *
     * @param findings the reasons
     */
    record Bad(List<Finding> findings) implements Sources {}

    /**
     * The files of the exercise.
     *
     * @param root the directory below the submission that contained them, with forward slashes; empty for the
     *     submission itself
     * @param files texts by path below the source root, with forward slashes
     * @param leftOut findings about helper files that could not be used, to be shown if the rest does not compile
     */
    record Found(String root, SortedMap<String, String> files, List<Finding> leftOut) implements Sources {}
}
