package bouncer.checks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;

/**
 * Marks a scenario that the model checker explores: it runs the method in every schedule that matters, each time on a
 * fresh instance of the check class and of the submission's classes. Budgets count executions and steps, never seconds.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
public @interface Explore {
    /** Returns the points for passing. Two variants share them; platform threads get the larger half. */
    int points();

    /**
     * Returns the name that the student reads: a sentence that says what holds. If it is empty, the method's name is
     * shown in words.
     */
    String title() default "";

    /** Returns the fault that a failure shows, unless an expectation names another one. */
    Fault fault() default Fault.WRONG_RESULT;

    /** Returns the kinds of thread that the check runs on; each kind is a variant with its own result. */
    On[] on() default {On.PLATFORM};

    /**
     * Returns a sentence that helps a student whose class fails the check, without giving the solution; may be empty.
     */
    String hint() default "";

    /**
     * Returns true if a timed wait may time out at any point, as a choice of the search; else only if no thread can
     * run.
     */
    boolean timeouts() default false;

    /** Returns the largest number of spurious wake-ups in one execution. */
    int spurious() default 0;

    /** Returns the largest number of executions, after which the search ends although it is incomplete. */
    int executions() default 12_000;

    /** Returns the largest number of steps of one execution, beyond which it counts as endless. */
    int steps() default 20_000;

    /**
     * Returns true if the scenario itself may need more steps than the limit, so that reaching it in every schedule is
     * no hang.
     */
    boolean mayBeLong() default false;

    /**
     * Returns the checks whose failure explains a failure of this one: names of methods of the same class, or {@code
     * OtherChecks#method} of the same package. This check is skipped if one of them fails, so that each root cause is
     * reported once.
     */
    String[] after() default {};
}
