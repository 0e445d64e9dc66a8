package bouncer.checks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;

/** A deterministic check of the contract; decides. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
public @interface Contract {
    /** Points earned by passing; with two variants they are shared, the larger half to platform threads. */
    int points();

    /** What the student reads as the check's name, a sentence that says what holds; the method's name in words when empty. */
    String title() default "";

    /** The fault that a failure means here; each expectation can name another. */
    Fault fault() default Fault.WRONG_RESULT;

    /** The kinds of thread it runs on, each with a verdict of its own. */
    On[] on() default {On.PLATFORM};

    /** A sentence that helps without giving the answer away. */
    String hint() default "";

    /** Methods of the same class, or {@code OtherChecks#method} of the same package, whose failure explains this one's: it is skipped then, so that one root cause is told. */
    String[] after() default {};
}
