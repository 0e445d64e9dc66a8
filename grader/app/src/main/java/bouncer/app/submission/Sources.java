package bouncer.app.submission;

import bouncer.app.catalogue.Exercise;
import bouncer.checks.result.Finding;
import java.util.List;
import java.util.SortedMap;

/** What was found of one exercise in a submission. */
public sealed interface Sources {

    /** Nothing of this exercise is there. */
    record Absent() implements Sources {
        /** Why no check of an absent exercise was run. */
        public static String note(Exercise exercise) {
            return "not handed in: there is no " + String.join(", ", exercise.files());
        }
    }

    /** Something is there that cannot be taken. */
    record Bad(List<Finding> findings) implements Sources {}

    /**
     * The exercise's own files.
     *
     * @param root directory below the submission that held them, with forward slashes; empty for the submission itself
     * @param files text by path below the source root, with forward slashes
     * @param leftOut helper files that could not be taken, worth telling when the rest does not compile
     */
    record Found(String root, SortedMap<String, String> files, List<Finding> leftOut) implements Sources {}
}
