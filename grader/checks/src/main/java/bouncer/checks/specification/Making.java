package bouncer.checks.specification;

import org.jspecify.annotations.Nullable;

/**
 * How a call of the maker of resources ended. Immutable.
 *
 * @param resource the resource that it made; null if it returned null or threw
 * @param thrown the class of what it threw, or null
 */
public record Making(@Nullable Resource resource, @Nullable Class<?> thrown) {}
