package bouncer.checks.wire;

import bouncer.checks.finding.Coverage;
import bouncer.checks.finding.Fault;
import bouncer.checks.finding.Finding;
import bouncer.checks.finding.Location;
import bouncer.checks.finding.Step;
import bouncer.checks.finding.Waiter;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Findings and coverage as bytes. Plain fields only: no Java serialization, so that no class is ever looked up by name. */
final class FindingCodec {
    private static final int LONGEST = 8_000;
    private static final int MOST = 1_000;

    private FindingCodec() {}

    static void write(DataOutputStream out, Finding finding) throws IOException {
        out.writeByte(tag(finding));
        text(out, finding.fault().name());
        text(out, finding.message());
        location(out, finding.location());
        if (finding instanceof Finding.WrongResult wrong) {
            steps(out, wrong.schedule());
            optional(out, wrong.replay());
        } else if (finding instanceof Finding.Deadlock deadlock) {
            waiters(out, deadlock.waiters());
        } else if (finding instanceof Finding.Stuck stuck) {
            waiters(out, stuck.waiters());
        } else if (finding instanceof Finding.TooSlow slow) {
            out.writeDouble(slow.ratio());
            out.writeDouble(slow.floor());
            out.writeInt(slow.pairs());
        } else if (finding instanceof Finding.ForbiddenApi forbidden) {
            text(out, forbidden.member());
        }
    }

    private static int tag(Finding finding) {
        if (finding instanceof Finding.ContractBroken) return 1;
        if (finding instanceof Finding.WrongResult) return 2;
        if (finding instanceof Finding.Deadlock) return 3;
        if (finding instanceof Finding.Stuck) return 4;
        if (finding instanceof Finding.Spinning) return 5;
        if (finding instanceof Finding.TooSlow) return 6;
        if (finding instanceof Finding.ForbiddenApi) return 7;
        if (finding instanceof Finding.Unusable) return 8;
        return 9;
    }

    static Finding readFinding(DataInputStream in) throws IOException {
        int tag = in.readByte();
        Fault fault = fault(in);
        String message = in.readUTF();
        Location at = readLocation(in);
        return switch (tag) {
            case 1 -> new Finding.ContractBroken(fault, message, at);
            case 2 -> new Finding.WrongResult(fault, message, at, readSteps(in), readOptional(in));
            case 3 -> new Finding.Deadlock(fault, message, at, readWaiters(in));
            case 4 -> new Finding.Stuck(fault, message, at, readWaiters(in));
            case 5 -> new Finding.Spinning(fault, message, at);
            case 6 -> new Finding.TooSlow(fault, message, in.readDouble(), in.readDouble(), in.readInt());
            case 7 -> new Finding.ForbiddenApi(fault, message, at, in.readUTF());
            case 8 -> new Finding.Unusable(fault, message, at);
            case 9 -> new Finding.Crash(fault, message, at);
            default -> throw new IOException("Unknown kind of finding: " + tag);
        };
    }

    static void write(DataOutputStream out, Coverage coverage) throws IOException {
        if (coverage instanceof Coverage.Explored explored) {
            out.writeByte(1);
            out.writeLong(explored.executions());
            out.writeBoolean(explored.complete());
        } else if (coverage instanceof Coverage.Stressed stressed) {
            out.writeByte(2);
            out.writeLong(stressed.rounds());
            out.writeInt(stressed.threads());
        } else if (coverage instanceof Coverage.Timed timed) {
            out.writeByte(3);
            out.writeDouble(timed.ratio());
            out.writeDouble(timed.floor());
            out.writeInt(timed.pairs());
        } else {
            out.writeByte(0);
        }
    }

    static Coverage readCoverage(DataInputStream in) throws IOException {
        int tag = in.readByte();
        return switch (tag) {
            case 0 -> new Coverage.None();
            case 1 -> new Coverage.Explored(in.readLong(), in.readBoolean());
            case 2 -> new Coverage.Stressed(in.readLong(), in.readInt());
            case 3 -> new Coverage.Timed(in.readDouble(), in.readDouble(), in.readInt());
            default -> throw new IOException("Unknown kind of coverage: " + tag);
        };
    }

    /** Cut to a bounded length: whatever a submission made up must fit into a frame. */
    static void text(DataOutputStream out, String text) throws IOException {
        out.writeUTF(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …");
    }

    private static Fault fault(DataInputStream in) throws IOException {
        String name = in.readUTF();
        try {
            return Fault.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new IOException("Unknown fault: " + name, e);
        }
    }

    private static void location(DataOutputStream out, @Nullable Location at) throws IOException {
        out.writeBoolean(at != null);
        if (at != null) {
            text(out, at.file());
            out.writeInt(at.line());
        }
    }

    private static @Nullable Location readLocation(DataInputStream in) throws IOException {
        return in.readBoolean() ? new Location(in.readUTF(), in.readInt()) : null;
    }

    private static void optional(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            text(out, text);
        }
    }

    private static @Nullable String readOptional(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }

    private static void steps(DataOutputStream out, List<Step> steps) throws IOException {
        int count = Math.min(steps.size(), MOST);
        out.writeInt(count);
        for (Step step : steps.subList(0, count)) {
            text(out, step.thread());
            text(out, step.file());
            out.writeInt(step.line());
            text(out, step.what());
        }
    }

    private static List<Step> readSteps(DataInputStream in) throws IOException {
        List<Step> steps = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            steps.add(new Step(in.readUTF(), in.readUTF(), in.readInt(), in.readUTF()));
        }
        return steps;
    }

    private static void waiters(DataOutputStream out, List<Waiter> waiters) throws IOException {
        int count = Math.min(waiters.size(), MOST);
        out.writeInt(count);
        for (Waiter waiter : waiters.subList(0, count)) {
            text(out, waiter.thread());
            text(out, waiter.waitsFor());
            optional(out, waiter.heldBy());
            location(out, waiter.at());
        }
    }

    private static List<Waiter> readWaiters(DataInputStream in) throws IOException {
        List<Waiter> waiters = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            waiters.add(new Waiter(in.readUTF(), in.readUTF(), readOptional(in), readLocation(in)));
        }
        return waiters;
    }

    static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new IOException("A list of " + count + " entries");
        }
        return count;
    }
}
