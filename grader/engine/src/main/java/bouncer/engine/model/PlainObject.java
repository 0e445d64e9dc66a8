package bouncer.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * The replacement of {@code new Object()} in instrumented code, with a deterministic hash and so a fixed place in a
 * hash table.
 */
public class PlainObject implements StableHash {
    private int hash;

    @Override
    public int bouncer$hash() {
        hash = DeterministicIds.hash(hash);
        return hash;
    }

    @Override
    public int hashCode() {
        return bouncer$hash();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public String toString() {
        return "java.lang.Object@" + Integer.toHexString(hashCode());
    }
}
