package bouncer.checks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;

/**
 * A scenario judged under every schedule that matters: the method is run again and again, each time on a fresh instance
 * of its class and of the submission's. Budgets count executions and steps, never seconds.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
public @interface Explore {
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

    /** Whether a timed wait may end at any moment (a choice of the search) or only when nothing else can run. */
    boolean timeouts() default false;

    /** How many wake-ups without a cause the search may throw in, in one execution. */
    int spurious() default 0;

    /** The most executions before the search is content with what it has seen. */
    int executions() default 12_000;

    /** The most steps of one execution: beyond that it is taken to run without end. */
    int steps() default 20_000;

    /** Whether going on to the limit of steps in every schedule is no hang: the scenario itself may be that long. */
    boolean mayBeLong() default false;

    /** Methods of the same class, or {@code OtherChecks#method} of the same package, whose failure explains this one's: it is skipped then, so that one root cause is told. */
    String[] after() default {};
}
