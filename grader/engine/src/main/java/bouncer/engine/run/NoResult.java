package bouncer.engine.run;

/** The result of a call that returns nothing: traces then show no result, not even null. */
public enum NoResult {
    NOTHING
}
