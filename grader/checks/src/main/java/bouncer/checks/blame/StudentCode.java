package bouncer.checks.blame;

import bouncer.checks.finding.Location;
import bouncer.checks.submission.ClassFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Tells the submission's stack frames from ours, by the class files that the compiler made of it. Thread-safe.
 *
 * @param classes the directory of the submission's class files
 */
public record StudentCode(Path classes) {

    /** Returns the topmost frame that is the submission's, one with a line if there is such, or null when there is none. */
    public @Nullable Location first(StackTraceElement[] stack) {
        Location any = null;
        for (StackTraceElement frame : stack) {
            if (owns(frame.getClassName())) {
                any = any == null || any.line() == 0 ? at(frame) : any;
            }
        }
        return any;
    }

    /** Whether a class of this binary name is the submission's. */
    public boolean owns(String className) {
        return Files.exists(ClassFiles.in(classes, className));
    }

    private static Location at(StackTraceElement frame) {
        String name = frame.getClassName();
        int dot = name.lastIndexOf('.');
        String folder = dot < 0 ? "" : name.substring(0, dot + 1).replace('.', '/');
        String file = frame.getFileName() == null ? "?" : frame.getFileName();
        return new Location(folder + file, Math.max(0, frame.getLineNumber()));
    }
}
