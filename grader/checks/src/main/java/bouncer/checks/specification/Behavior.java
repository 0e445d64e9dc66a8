package bouncer.checks.specification;

/**
 * What a call may do in a state, as one atomic step. Must depend on its argument only.
 *
 * @param <S> the abstract state of one object
 */
@FunctionalInterface
public interface Behavior<S> {
    /** Returns what the call may do now; {@link Moment} makes the outcomes. */
    Outcome<S> in(Moment<S> now);

    /**
     * What a call may do after the maker of resources, which it has called, has ended.
     *
     * @param <S> the abstract state of one object
     */
    @FunctionalInterface
    interface AfterMaking<S> {
        /**
         * Returns what the call may do now.
         *
         * @param made what became of the call of the maker
         */
        Outcome<S> in(Moment<S> now, Making made);
    }
}
