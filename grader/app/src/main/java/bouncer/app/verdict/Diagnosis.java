package bouncer.app.verdict;

import bouncer.checks.Fault;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Location;
import org.jspecify.annotations.Nullable;

/**
 * Why an exercise was rejected, for the student: the root cause and its explanation. Computed once, after
 * the verdict; every report format only renders it. Immutable.
 *
 * <p>The fault is usually that of the finding. It differs if the recorded run does not show the fault that the check's
 * author expected: a lost update, for example, needs another thread's write between a read and a write.
 *
 * @param check id of the failed check
 * @param checkTitle title of the failed check
 * @param finding the finding that is the root cause, one of the check's
 * @param fault the fault that the run shows
 * @param title the fault's name, such as {@code Lost update}
 * @param subject what was compared, such as {@code two increments}; empty unless expected and actual are known
 * @param expected the right value, with white space made visible; null if there is no single value
 * @param actual the actual value; null exactly if expected is null
 * @param message what happened, in a sentence or two
 * @param location the student's line where the cause lies, or null when none is known
 * @param code the text of that line without surrounding white space; may be empty
 * @param method a phrase that names the called method if no line in it is known to be wrong; may be empty
 * @param yourCode the mistake in the student's code, if one is certain; may be empty
 * @param inThisExercise what the fault means in this exercise; may be empty
 * @param hint the failed check's hint; may be empty
 * @param explanation a general description of the fault
 * @param why why it matters to callers
 * @param see the document that teaches the concept
 * @param alsoFailed the number of other checks that failed
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
