package bouncer.checks.worker;

import bouncer.checks.api.CheckFailure;
import bouncer.checks.finding.Fault;
import bouncer.checks.finding.Finding;
import bouncer.checks.finding.Location;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Turns what a check threw into a finding, without trusting the thing thrown. Stateless. */
final class Blame {
    private static final int LONGEST = 600;

    private Blame() {}

    static Finding of(Throwable thrown, Fault declared, boolean contract, StudentCode code) {
        if (thrown instanceof CheckFailure failure) {
            return failure.finding();
        }
        Location at = code.first(stackOf(thrown));
        if (thrown instanceof StackOverflowError) {
            return new Finding.Crash(Fault.STACK_OVERFLOW, "The stack overflowed: a call without end" + in(at), at);
        }
        if (thrown instanceof OutOfMemoryError) {
            return new Finding.Crash(Fault.OUT_OF_MEMORY, "The memory ran out" + in(at), at);
        }
        // The class name is ours to read; the message may be a trap, so it is asked for with a time limit.
        String message = guardedMessage(thrown);
        if (thrown instanceof UnsupportedOperationException && message.startsWith("not implemented")) {
            return new Finding.ContractBroken(
                    Fault.NOT_IMPLEMENTED, "A method that this check needs is not implemented yet", at);
        }
        if (thrown instanceof AssertionError && at == null) {
            return contract
                    ? new Finding.ContractBroken(declared, message, null)
                    : new Finding.WrongResult(declared, message, null, List.of(), null);
        }
        return new Finding.Crash(
                Fault.UNEXPECTED_EXCEPTION,
                "An unexpected " + thrown.getClass().getName() + " was thrown" + in(at)
                        + (message.isEmpty() ? "" : ": " + message),
                at);
    }

    private static String in(@org.jspecify.annotations.Nullable Location at) {
        return at == null ? "" : " in " + at;
    }

    private static StackTraceElement[] stackOf(Throwable thrown) {
        try {
            return thrown.getStackTrace();
        } catch (Throwable hostile) {
            return new StackTraceElement[0];
        }
    }

    private static String guardedMessage(Throwable thrown) {
        var answer = new CompletableFuture<String>();
        Thread asker = new Thread(() -> {
            try {
                answer.complete(String.valueOf(thrown.getMessage()));
            } catch (Throwable hostile) {
                answer.complete("");
            }
        });
        asker.setDaemon(true);
        asker.start();
        try {
            String message = answer.get(2, TimeUnit.SECONDS).strip();
            return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + " …";
        } catch (Exception e) {
            return "";
        }
    }
}
