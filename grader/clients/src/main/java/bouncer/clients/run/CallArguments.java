package bouncer.clients.run;

import bouncer.checks.specification.Arguments;
import bouncer.clients.plan.Limit;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The arguments of one call. Immutable. */
record CallArguments(
        long number,
        @Nullable Object other,
        @Nullable Limit limit,
        @Nullable Object resource,
        @Nullable Supplier<Object> maker)
        implements Arguments {

    @Override
    public long timeout() {
        return Objects.requireNonNull(limit, "an operation without a time limit")
                .time();
    }

    @Override
    public TimeUnit unit() {
        return Objects.requireNonNull(limit, "an operation without a time limit")
                .unit();
    }
}
