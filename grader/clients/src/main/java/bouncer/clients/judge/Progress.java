package bouncer.clients.judge;

import bouncer.clients.history.CallRecord;
import org.jspecify.annotations.Nullable;

/**
 * How far a call, or an interrupt from outside, has come in one explanation of a history. Immutable.
 *
 * @param call the call; null for an interrupt
 * @param target the thread that is interrupted; -1 for a call
 * @param order the position of its begin, which tells it apart from others
 * @param stage how far it has come
 * @param rest its other steps: a {@code Behavior} or {@code AfterMaking}; null unless it is in the middle
 * @param path the states and choices that led to the rest, which tell rests apart
 * @param cameInterrupted whether its thread was interrupted when it began
 * @param blind whether it ended without showing the caller anything of other calls
 */
record Progress(
        @Nullable CallRecord call,
        int target,
        int order,
        Stage stage,
        @Nullable Object rest,
        @Nullable Object path,
        boolean cameInterrupted,
        boolean blind) {

    /** How far a call has come. */
    enum Stage {
        /** It has had no effect. */
        FRESH,
        /** It has had no effect, and had to wait at some time. */
        WAITED,
        /** It has had a part of its effect. */
        MIDDLE,
        /** It has called the maker of resources. */
        MAKING,
        /** It was served for a moment, and will give back, and wait on or give up. */
        SERVED,
        /** It has given back, and has to give up. */
        GAVE_BACK,
        /** It has had its effect and may end. */
        DONE
    }

    static Progress of(CallRecord call, int order, boolean interrupted) {
        return new Progress(call, -1, order, Stage.FRESH, null, null, interrupted, false);
    }

    static Progress interruptOf(int target, int order) {
        return new Progress(null, target, order, Stage.FRESH, null, null, false, false);
    }

    boolean hasNoEffect() {
        return stage == Stage.FRESH || stage == Stage.WAITED;
    }

    Progress at(Stage next) {
        return new Progress(call, target, order, next, null, null, cameInterrupted, false);
    }

    Progress at(Stage next, Object steps, Object how) {
        return new Progress(call, target, order, next, steps, how, cameInterrupted, false);
    }

    Progress done(boolean shownNothing) {
        return new Progress(call, target, order, Stage.DONE, null, null, cameInterrupted, shownNothing);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Progress that
                && order == that.order
                && stage == that.stage
                && cameInterrupted == that.cameInterrupted
                && blind == that.blind
                && java.util.Objects.equals(path, that.path);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * order + stage.ordinal()) + java.util.Objects.hashCode(path);
    }
}
