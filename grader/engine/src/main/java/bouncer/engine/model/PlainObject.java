package bouncer.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * What instrumented code gets for {@code new Object()}: one whose hash, and so its place in a table, is the same every
 * time.
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
