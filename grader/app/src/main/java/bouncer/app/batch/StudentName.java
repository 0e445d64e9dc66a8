package bouncer.app.batch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of an entry says in the way that a learning platform names its downloads. Stateless.
 *
 * @param user the student
 * @param id the platform's number for the student; empty when the name has none
 * @param file the name that the student gave to the file; empty when the name has none
 * @param attempt when it was handed in, later ones sort later; empty when the name does not say
 * @param isText whether it is what a student typed into a form, and not a file
 */
record StudentName(String user, String id, String file, String attempt, boolean isText) {
    private static final Pattern MOODLE = Pattern.compile("(.+)_(\\d+)_assignsubmission_([a-z]+)_?(.*)");
    private static final Pattern CANVAS = Pattern.compile("([\\p{Ll}\\d'-]+)_(?:LATE_)?(\\d+)_(\\d+)_(.+)");
    private static final Pattern BLACKBOARD =
            Pattern.compile(".+_([^_]+)_attempt_(\\d{4}(?:-\\d\\d){5})(?:_(.+)|\\.txt|)");
    private static final Pattern BRIGHTSPACE =
            Pattern.compile("(\\d+)-\\d+ - (.+?) - (\\p{L}+ \\d+, \\d{4} \\d+ ?[AP]M)(?: - (.+))?");

    /** Reads a name; the user is the whole of it, without an archive's ending, when no platform names files so. */
    static StudentName of(String name) {
        Matcher moodle = MOODLE.matcher(name);
        if (moodle.matches()) {
            return new StudentName(
                    moodle.group(1),
                    moodle.group(2),
                    moodle.group(4),
                    "",
                    !moodle.group(3).equals("file"));
        }
        Matcher blackboard = BLACKBOARD.matcher(name);
        if (blackboard.matches()) {
            String file = blackboard.group(3);
            return new StudentName(
                    blackboard.group(1),
                    "blackboard",
                    file == null ? "" : file,
                    blackboard.group(2),
                    file == null && name.endsWith(".txt"));
        }
        Matcher brightspace = BRIGHTSPACE.matcher(name);
        if (brightspace.matches()) {
            String file = brightspace.group(4);
            return new StudentName(brightspace.group(2), brightspace.group(1), file == null ? "" : file, "", false);
        }
        Matcher canvas = CANVAS.matcher(name);
        return canvas.matches()
                ? new StudentName(canvas.group(1), canvas.group(2), canvas.group(4), "", false)
                : new StudentName(ArchiveType.withoutEnding(name), "", "", "", false);
    }

    /** Whether several entries can be parts of one submission. */
    boolean isOfPlatform() {
        return !id.isEmpty();
    }
}
