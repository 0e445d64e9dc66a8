package bouncer.clients.history;

import bouncer.checks.specification.Making;
import bouncer.checks.specification.Moment;
import bouncer.checks.specification.Resource;
import bouncer.clients.plan.Turn;
import bouncer.engine.Stamp;
import org.jspecify.annotations.Nullable;

/**
 * One call of an execution, as it went. Written by the thread that calls; read when the execution is over.
 */
public final class CallRecord {
    private final int number;
    private final Turn.Call call;
    private final Moment.CallData data;
    private final Stamp begin;
    private final long deadline;
    private @Nullable Stamp end;
    private @Nullable Object value;
    private @Nullable Throwable thrown;
    private boolean interruptedAfter;
    private @Nullable MakerCall maker;

    /** Records that a call began. */
    public CallRecord(int number, Turn.Call call, Moment.CallData data, Stamp begin) {
        this.number = number;
        this.call = call;
        this.data = data;
        this.begin = begin;
        long nanos = call.limit() == null ? Long.MAX_VALUE : call.limit().nanos();
        this.deadline = nanos > Long.MAX_VALUE - begin.nanos() ? Long.MAX_VALUE : begin.nanos() + nanos;
    }

    /** Records that the call returned. */
    public void returned(@Nullable Object result, Stamp at, boolean interrupted) {
        value = result;
        end = at;
        interruptedAfter = interrupted;
    }

    /** Records that the call threw. */
    public void threw(Throwable failure, Stamp at, boolean interrupted) {
        thrown = failure;
        end = at;
        interruptedAfter = interrupted;
    }

    /** Records that the call calls the maker of resources, and returns the record of that. */
    public MakerCall making() {
        MakerCall call = new MakerCall();
        maker = call;
        return call;
    }

    /** Returns true if it has called no maker, or what that made or threw is what the call returned or threw. */
    public boolean isOwnMaking() {
        return !makes() ? !(value instanceof Resource) && thrown == null : hasMadeFor(this);
    }

    /** Returns true if the maker that it has called made or threw what another call returned or threw. */
    public boolean hasMadeFor(CallRecord other) {
        Making outcome = made();
        if (outcome == null) {
            return false;
        }
        Throwable failure = maker == null ? null : maker.thrown();
        if (failure != null) {
            return failure == other.thrown;
        }
        return outcome.resource() == null
                ? other.thrown instanceof IllegalStateException
                : outcome.resource().equals(other.value);
    }

    /** Exchanges what the makers did for this call and another one. */
    public void exchangeMaking(CallRecord other) {
        MakerCall mine = maker;
        maker = other.maker;
        other.maker = mine;
    }

    /** Returns the index among the calls of the execution. */
    public int number() {
        return number;
    }

    /** Returns what was planned. */
    public Turn.Call call() {
        return call;
    }

    /** Returns the arguments. */
    public Moment.CallData data() {
        return data;
    }

    /** Returns where it began. */
    public Stamp begin() {
        return begin;
    }

    /** Returns where it ended, or null if it is still under way. */
    public @Nullable Stamp end() {
        return end;
    }

    /** Returns the time at which its time limit is over; {@code Long.MAX_VALUE} if there is none. */
    public long deadline() {
        return deadline;
    }

    /** Returns what it returned; null for nothing, and if it has not returned. */
    public @Nullable Object value() {
        return value;
    }

    /** Returns what it threw, or null. */
    public @Nullable Throwable thrown() {
        return thrown;
    }

    /** Returns the interrupt status of the thread after it. */
    public boolean interruptedAfter() {
        return interruptedAfter;
    }

    /** Returns true if it has called the maker of resources. */
    public boolean makes() {
        return maker != null;
    }

    /** Returns true if its call of the maker has not ended. */
    public boolean isMaking() {
        return maker != null && maker.made() == null;
    }

    /** Returns how the call of the maker ended; null if it has not ended or was not called. */
    public @Nullable Making made() {
        return maker == null ? null : maker.made();
    }

    /** Returns true if it threw the very exception that the maker threw. */
    public boolean rethrew() {
        return thrown != null && maker != null && thrown == maker.thrown();
    }
}
