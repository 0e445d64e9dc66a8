package bouncer.engine.trace;

import bouncer.engine.Event;
import bouncer.engine.run.PendingOperation;
import bouncer.engine.run.Task;
import bouncer.engine.schedule.Branch;
import bouncer.engine.schedule.OperationKind;

/** Words for operations and for what threads wait for. Stateless. */
final class Wording {
    private Wording() {}

    /** Returns what a thread waits for, such as {@code the monitor of account}. */
    static String waitsFor(Task task, ObjectNames names) {
        PendingOperation op = task.operation();
        return switch (op.kind()) {
            case ENTER -> "the monitor of " + names.of(op.location(0).owner);
            case WAITING -> "a notify of " + names.of(op.location(0).owner);
            case AWAIT ->
                op.waitsFor().isEmpty()
                        ? names.call(op.location(0), op.words())
                        : op.waitsFor() + " of " + names.of(op.location(0).owner);
            default -> op.waitsFor().isEmpty() ? op.words() : op.waitsFor();
        };
    }

    /** Returns how a wait of a thread ended. */
    static String end(Task task) {
        if (task.took(Branch.TIMEOUT)) {
            return "timeout";
        }
        if (task.took(Branch.INTERRUPT)) {
            return "interrupt";
        }
        return task.took(Branch.SPURIOUS) ? "a spurious wake-up" : "itself";
    }

    /** Returns the verb of an access of a variable. */
    static String verb(OperationKind access) {
        return access == OperationKind.READ || access == OperationKind.PLAIN_READ ? "reads" : "writes";
    }

    /** Returns the kind of event that an operation becomes. */
    static Event.Kind kind(OperationKind kind) {
        return switch (kind) {
            case READ, PLAIN_READ -> Event.Kind.READ;
            case WRITE, PLAIN_WRITE, FLUSH, DRAIN -> Event.Kind.WRITE;
            case UPDATE -> Event.Kind.UPDATE;
            case ENTER -> Event.Kind.LOCK;
            case WAIT, WAITING -> Event.Kind.WAIT;
            case NOTIFY -> Event.Kind.NOTIFY;
            case PARK -> Event.Kind.PARK;
            case UNPARK -> Event.Kind.UNPARK;
            case START, BEGIN -> Event.Kind.START;
            case END -> Event.Kind.END;
            case JOIN -> Event.Kind.JOIN;
            case INTERRUPT, INTERRUPTED -> Event.Kind.INTERRUPT;
            case SLEEP, QUIET -> Event.Kind.TIME;
            case SPIN -> Event.Kind.SPIN;
            case AWAIT, CHOOSE, ATOMIC -> Event.Kind.MODEL;
            case MARK -> Event.Kind.MARK;
        };
    }
}
