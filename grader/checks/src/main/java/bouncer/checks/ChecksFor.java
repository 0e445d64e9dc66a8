package bouncer.checks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the exercise that a class of checks belongs to. The worker process runs the class's methods that are annotated
 * as checks. JUnit finds the extension that asks for their results by autodetection, which {@code
 * junit-platform.properties} of this module turns on.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ChecksFor {
    /** Returns the exercise's slug, such as {@code 04-counter}. */
    String value();
}
