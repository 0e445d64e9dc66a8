package bouncer.checks;

import bouncer.checks.junit.BouncerExtension;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Marks a class of checks as belonging to one exercise; its methods are then judged in the worker process. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BouncerExtension.class)
public @interface ChecksFor {
    /** The exercise's slug, such as {@code 04-counter}. */
    String value();
}
