package bouncer.checks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;

/** Marks a check that does not depend on the schedule: one thread, or several whose order is certain. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
public @interface Contract {
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
     * Returns the checks whose failure explains a failure of this one: names of methods of the same class, or {@code
     * OtherChecks#method} of the same package. This check is skipped if one of them fails, so that each root cause is
     * reported once.
     */
    String[] after() default {};
}
