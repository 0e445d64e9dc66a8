package bouncer.checks.worker;

import bouncer.checks.finding.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Tells the submission's stack frames from ours, by the class files that the compiler made of it. Thread-safe. */
record StudentCode(Path classes) {

    /** Returns the topmost frame that is the submission's, or null when there is none. */
    @Nullable
    Location first(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            if (isStudents(frame)) {
                return at(frame);
            }
        }
        return null;
    }

    boolean isStudents(StackTraceElement frame) {
        return Files.exists(classes.resolve(frame.getClassName().replace('.', '/') + ".class"));
    }

    private static Location at(StackTraceElement frame) {
        String name = frame.getClassName();
        int dot = name.lastIndexOf('.');
        String folder = dot < 0 ? "" : name.substring(0, dot + 1).replace('.', '/');
        String file = frame.getFileName() == null ? "?" : frame.getFileName();
        return new Location(folder + file, Math.max(0, frame.getLineNumber()));
    }
}
