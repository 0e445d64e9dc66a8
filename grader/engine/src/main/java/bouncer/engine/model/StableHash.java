package bouncer.engine.model;

/**
 * An object that keeps an identity hash of its own, which is the same in every run of a schedule; instrumented classes
 * are made so.
 */
public interface StableHash {
    /** Its identity hash, given on first use. */
    int bouncer$hash();
}
