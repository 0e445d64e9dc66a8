package bouncer.app.verdict;

import bouncer.checks.Fault;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Location;
import org.jspecify.annotations.Nullable;

/**
 * Why an exercise was rejected, for the student: the root cause and everything that is said about it. Computed once, after
 * the verdict; every report format only renders it. Immutable.
 *
 * <p>Its fault is usually that of the finding. It differs where the run does not show what the check's author expected,
 * such as another thread's write in a lost update.
 *
 * @param check id of the failed check
 * @param checkTitle title of the failed check
 * @param finding the finding that is the root cause, one of the check's
 * @param fault the fault that this is a case of
 * @param title the fault's name, such as {@code Lost update}
 * @param subject what was compared, such as {@code two increments}; empty unless expected and actual are known
 * @param expected the right value, with white space made visible; null when there is no single value
 * @param actual the value that came instead; null exactly when expected is
 * @param message what happened, in a sentence or two
 * @param location the student's line where the cause lies, or null when none is known
 * @param code the text of that line without surrounding white space; may be empty
 * @param method a phrase that names the method that was called, where no line in it is known to be wrong; may be empty
 * @param yourCode the mistake in the student's own code, where it is certain; may be empty
 * @param inThisExercise what the fault means in this exercise; may be empty
 * @param hint the failed check's hint; may be empty
 * @param explanation what the fault is, in general
 * @param why why it matters to callers
 * @param see where the idea is taught
 * @param alsoFailed how many other checks failed
 */
public record Diagnosis(
        String check,
        String checkTitle,
        Finding finding,
        Fault fault,
        String title,
        String subject,
        @Nullable String expected,
        @Nullable String actual,
        String message,
        @Nullable Location location,
        String code,
        String method,
        String yourCode,
        String inThisExercise,
        String hint,
        String explanation,
        String why,
        String see,
        int alsoFailed) {}
