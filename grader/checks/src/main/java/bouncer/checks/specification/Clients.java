package bouncer.checks.specification;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;

/**
 * Marks a check that every {@link Specification} has: small client programs that are generated from it, run in all
 * schedules that matter, and judged by it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
public @interface Clients {
    /** Returns which clients. */
    ClientScope value();

    /** Returns the name that the student reads. */
    String title();
}
