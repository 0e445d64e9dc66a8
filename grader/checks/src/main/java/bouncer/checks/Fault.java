package bouncer.checks;

import java.util.Locale;

/** The catalogue of faults. Each finding names one, and each mistake in {@code solutions/} is filed under one. */
public enum Fault {
    LOST_UPDATE,
    CHECK_THEN_ACT,
    UNLOCKED_READ,
    WRONG_LOCK,
    STATIC_SHARED,
    LOCK_ORDER_DEADLOCK,
    TORN_SNAPSHOT,
    IF_NOT_WHILE,
    NOTIFY_NOT_NOTIFYALL,
    MISSING_NOTIFY,
    LOST_WAKEUP,
    /** {@code wait} or {@code notify} without the object's monitor. */
    WAIT_WITHOUT_LOCK,
    SWALLOWED_WAKEUP,
    LEAKED_PERMIT,
    NO_RELEASE_ON_EXCEPTION,
    OVER_RELEASE,
    WRONG_OWNER_UNLOCK,
    PERMIT_OFF_BY_ONE,
    BUSY_WAIT,
    SLEEP_POLLING,
    SLEEP_AS_SYNCHRONISATION,
    OVER_SERIALISED,
    LOCK_HELD_WHILE_BLOCKED,
    SWALLOWED_INTERRUPT,
    BAD_TIMEOUT,
    DOUBLE_HAND_OUT,
    OVER_CREATION,
    EQUALS_NOT_IDENTITY,
    UNSAFE_PUBLICATION,
    NO_CONCURRENCY,
    PIPE_DEADLOCK,
    THREAD_LEAK,
    FORBIDDEN_API,
    /** Two threads are in the critical section at the same time. */
    NOT_EXCLUSIVE,
    /** A call returns a value or throws an exception that the contract does not allow, without any concurrency. */
    WRONG_RESULT,
    NOT_IMPLEMENTED,
    DOES_NOT_COMPILE,
    BAD_SOURCE,
    MISSING_MEMBER,
    DEADLOCK,
    HANG,
    EXIT,
    CRASH,
    OUT_OF_MEMORY,
    STACK_OVERFLOW,
    OUTPUT_FLOOD,
    UNEXPECTED_EXCEPTION,
    TOO_SLOW,
    /** What a check found that only the instructor has: students see this in place of the fault. */
    HIDDEN_CHECK;

    /** Returns the fault's public name in kebab-case, such as {@code lost-update}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Finds a fault by its public name.
     *
     * @throws IllegalArgumentException if no fault has that name
     */
    public static Fault of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
