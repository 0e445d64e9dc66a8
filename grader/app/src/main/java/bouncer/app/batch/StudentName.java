package bouncer.app.batch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a file name in the format that a learning platform uses for downloads. Immutable.
 *
 * @param user the student
 * @param id the platform's number for the student; empty if the name has none
 * @param file the file name that the student chose; empty if the name has none
 * @param attempt the time of the attempt, in a format that sorts by time; empty if the name has none
 * @param isText whether the entry is text that the student typed into a form, not a file
 */
record StudentName(String user, String id, String file, String attempt, boolean isText) {
    private static final Pattern MOODLE = Pattern.compile("(.+)_(\\d+)_assignsubmission_([a-z]+)_?(.*)");
    private static final Pattern CANVAS = Pattern.compile("([\\p{Ll}\\d'-]+)_(?:LATE_)?(\\d+)_(\\d+)_(.+)");
    private static final Pattern BLACKBOARD =
            Pattern.compile(".+_([^_]+)_attempt_(\\d{4}(?:-\\d\\d){5})(?:_(.+)|\\.txt|)");
    private static final Pattern BRIGHTSPACE =
            Pattern.compile("(\\d+)-\\d+ - (.+?) - (\\p{L}+ \\d+, \\d{4} \\d+ ?[AP]M)(?: - (.+))?");

    /** Parses a name. If no platform uses its format, the user is the whole name without the ending of an archive. */
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

    /** Returns true if a platform uses this format, so that several entries can belong to one submission. */
    boolean isOfPlatform() {
        return !id.isEmpty();
    }
}
