package bouncer.app.diagnosis;

import bouncer.checks.Fault;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Phase;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The gravity of a finding for a learner, the gravest first. */
enum Gravity {
    /** Nothing can be judged before this is corrected. */
    UNUSABLE,
    /** The process ends, or a call runs without end. */
    FATAL,
    /** A single call, or calls one after the other, already give a wrong result. */
    SEQUENTIAL,
    /** Threads corrupt each other's data, exclude each other wrongly, or wait forever. */
    CONCURRENT,
    /** Shows only on another processor, or with an interrupt, an exception or a timeout. */
    RARE,
    /** The result is right but takes needlessly long. */
    WASTEFUL,
    /** A time limit is not kept. */
    TIME,
    /** Only values at the end of their type's range are affected. */
    BOUNDARY,
    /** Only the instructor can see what it is. */
    CONCEALED;

    private static final Set<Fault> ENDS =
            EnumSet.of(Fault.EXIT, Fault.CRASH, Fault.OUT_OF_MEMORY, Fault.STACK_OVERFLOW, Fault.OUTPUT_FLOOD);
    private static final Set<Fault> PROMISES = EnumSet.of(
            Fault.WRONG_RESULT,
            Fault.PERMIT_OFF_BY_ONE,
            Fault.OVER_CREATION,
            Fault.DOUBLE_HAND_OUT,
            Fault.STATIC_SHARED);
    private static final Set<Fault> SELDOM = EnumSet.of(
            Fault.UNLOCKED_READ,
            Fault.UNSAFE_PUBLICATION,
            Fault.SWALLOWED_WAKEUP,
            Fault.LEAKED_PERMIT,
            Fault.NO_RELEASE_ON_EXCEPTION,
            Fault.OVER_RELEASE,
            Fault.WRONG_OWNER_UNLOCK,
            Fault.EQUALS_NOT_IDENTITY,
            Fault.SWALLOWED_INTERRUPT,
            Fault.THREAD_LEAK);
    private static final Set<Fault> WASTE = EnumSet.of(
            Fault.BUSY_WAIT,
            Fault.SLEEP_POLLING,
            Fault.SLEEP_AS_SYNCHRONISATION,
            Fault.OVER_SERIALISED,
            Fault.LOCK_HELD_WHILE_BLOCKED,
            Fault.TOO_SLOW);
    private static final Pattern NUMBER = Pattern.compile("-?\\d{10,19}");
    private static final BigInteger NEAR = BigInteger.valueOf(1000);

    /**
     * Classifies a finding.
     *
     * @param fault the fault that the run really shows, see {@link Evidence}
     */
    static Gravity of(Phase phase, Finding finding, Fault fault) {
        if (phase == Phase.COMPILE || phase == Phase.RULE || fault == Fault.NOT_IMPLEMENTED) {
            return UNUSABLE;
        }
        boolean endless = finding instanceof Finding.Spinning && fault == Fault.HANG;
        if (ENDS.contains(fault) || endless) {
            return FATAL;
        }
        if (fault == Fault.HIDDEN_CHECK) {
            return CONCEALED;
        }
        if (fault == Fault.BAD_TIMEOUT) {
            return TIME;
        }
        boolean alone = phase == Phase.CONTRACT || Evidence.isSequential(finding);
        if (alone && isAtABoundary(finding.message())) {
            return BOUNDARY;
        }
        if (alone && PROMISES.contains(fault)) {
            return SEQUENTIAL;
        }
        return SELDOM.contains(fault) ? RARE : WASTE.contains(fault) ? WASTEFUL : CONCURRENT;
    }

    /** Returns true if a message names a number at either end of the range of int or long. */
    private static boolean isAtABoundary(String message) {
        Matcher numbers = NUMBER.matcher(message);
        while (numbers.find()) {
            BigInteger magnitude = new BigInteger(numbers.group()).abs();
            for (int bits : new int[] {31, 32, 63}) {
                if (magnitude.subtract(BigInteger.ONE.shiftLeft(bits)).abs().compareTo(NEAR) < 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
