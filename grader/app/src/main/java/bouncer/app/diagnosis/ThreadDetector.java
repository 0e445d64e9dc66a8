package bouncer.app.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Finds mistakes in starting, awaiting and ending threads, pools and child processes. Stateless. */
final class ThreadDetector {
    private static final String THREAD = "java/lang/Thread";
    private static final String[] POOLS = {
        "newFixedThreadPool",
        "newCachedThreadPool",
        "newSingleThreadExecutor",
        "newWorkStealingPool",
        "newScheduledThreadPool",
        "newVirtualThreadPerTaskExecutor"
    };
    private static final Set<String> POOL_CLASSES =
            Set.of("java/util/concurrent/ThreadPoolExecutor", "java/util/concurrent/ForkJoinPool");

    /** Calls by which a thread may wait, directly or indirectly, for another thread to end. */
    private static final String[] WAITS_FOR_OTHERS = {
        "join", "await", "awaitTermination", "get", "invokeAll", "invokeAny", "invoke", "take", "poll", "acquire",
        "tryAcquire", "wait", "park", "parkNanos", "isAlive", "getState", "sleep", "exchange", "close",
                "arriveAndAwaitAdvance"
    };

    private ThreadDetector() {}

    static void read(List<MethodFlow> flows, Facts facts) {
        boolean ends = calls(flows, "shutdown", "shutdownNow", "close");
        for (MethodFlow flow : flows) {
            for (int run : flow.calls("run")) {
                if (isThread(owner(flow, run), flows)) {
                    facts.add(flow, new Misconception.RunNotStart(flow.line(run)));
                }
            }
            for (int make : flow.calls("newSingleThreadExecutor")) {
                facts.add(flow, new Misconception.SingleThread(flow.line(make)));
            }
            waitsForEach(flow, flows, facts);
            missingJoin(flow, flows, facts);
            if (!ends) {
                pools(flow).forEach(line -> facts.add(flow, new Misconception.PoolLeft(line)));
            }
        }
        children(flows, facts);
        if (!calls(flows, "currentThread", "holdsLock") && !flows.isEmpty()) {
            facts.add(flows.get(0), new Misconception.NoOwnerCheck(flows.get(0).line(0)));
        }
    }

    /** Finds threads that are started and joined in one iteration of a loop, so that they run one after another. */
    private static void waitsForEach(MethodFlow flow, List<MethodFlow> flows, Facts facts) {
        for (int start : flow.calls("start")) {
            for (int join : flow.calls("join")) {
                if (isThread(owner(flow, start), flows)
                        && isSame(flow, start, join)
                        && start < join
                        && isStraight(flow, start, join)
                        && flow.calls("start").stream()
                                .anyMatch(other -> other > join
                                        ? isStraight(flow, join, other)
                                        : other == start && flow.inLoop(start))) {
                    facts.add(flow, new Misconception.WaitsForEach(flow.line(start), flow.line(join)));
                }
            }
        }
    }

    /** Finds started threads if no class of the submission contains a call that could wait for them. */
    private static void missingJoin(MethodFlow flow, List<MethodFlow> flows, Facts facts) {
        if (!calls(flows, WAITS_FOR_OTHERS)) {
            flow.calls("start").stream()
                    .filter(start -> isThread(owner(flow, start), flows))
                    .findFirst()
                    .ifPresent(start -> facts.add(flow, new Misconception.MissingJoin(flow.line(start))));
        }
    }

    private static boolean isThread(String owner, List<MethodFlow> flows) {
        return owner.equals(THREAD)
                || flows.stream()
                        .anyMatch(flow -> flow.owner.name.equals(owner) && THREAD.equals(flow.owner.superName));
    }

    /** Returns true if two calls without arguments have the same receiver: one value, or one element of an array. */
    private static boolean isSame(MethodFlow flow, int one, int other) {
        AbstractInsnNode first = flow.origin(one, 0);
        AbstractInsnNode second = flow.origin(other, 0);
        if (first == null || second == null) {
            return false;
        }
        return first == second
                || (first.getOpcode() == Opcodes.AALOAD
                        && second.getOpcode() == Opcodes.AALOAD
                        && isSameLoad(first.getPrevious(), second.getPrevious())
                        && isSameLoad(
                                first.getPrevious().getPrevious(),
                                second.getPrevious().getPrevious()));
    }

    private static boolean isSameLoad(AbstractInsnNode one, AbstractInsnNode other) {
        return one instanceof VarInsnNode first && other instanceof VarInsnNode second && first.var == second.var;
    }

    private static boolean isStraight(MethodFlow flow, int from, int to) {
        for (int i = from; i < to; i++) {
            if (flow.at(i) instanceof JumpInsnNode) {
                return false;
            }
        }
        return true;
    }

    private static List<Integer> pools(MethodFlow flow) {
        List<Integer> lines = new ArrayList<>();
        flow.calls(POOLS).forEach(make -> lines.add(flow.line(make)));
        for (int make : flow.calls("<init>")) {
            if (POOL_CLASSES.contains(owner(flow, make)) && flow.at(make).getOpcode() == Opcodes.INVOKESPECIAL) {
                lines.add(flow.line(make));
            }
        }
        return lines;
    }

    private static void children(List<MethodFlow> flows, Facts facts) {
        List<MethodFlow> readers = flows.stream()
                .filter(flow -> !flow.calls("getInputStream", "inputReader").isEmpty())
                .toList();
        if (readers.size() == 1) {
            MethodFlow flow = readers.get(0);
            int read = flow.calls("getInputStream", "inputReader").get(0);
            flow.calls("waitFor").stream()
                    .filter(wait -> wait < read && ((MethodInsnNode) flow.at(wait)).desc.equals("()I"))
                    .findFirst()
                    .ifPresent(
                            wait -> facts.add(flow, new Misconception.ReadsAfterEnd(flow.line(wait), flow.line(read))));
        }
        if (!calls(flows, "close")) {
            for (MethodFlow flow : flows) {
                flow.calls("getOutputStream", "outputWriter").stream()
                        .filter(open -> owner(flow, open).equals("java/lang/Process"))
                        .findFirst()
                        .ifPresent(open -> facts.add(flow, new Misconception.InputOpen(flow.line(open))));
            }
        }
        boolean redirected =
                calls(flows, "getErrorStream", "errorReader", "redirectError", "redirectErrorStream", "inheritIO");
        for (MethodFlow flow : flows) {
            for (int start : flow.calls("start")) {
                if (!redirected && owner(flow, start).equals("java/lang/ProcessBuilder")) {
                    facts.add(flow, new Misconception.ErrorUnread(flow.line(start)));
                }
            }
        }
    }

    private static boolean calls(List<MethodFlow> flows, String... names) {
        return flows.stream().anyMatch(flow -> !flow.calls(names).isEmpty());
    }

    private static String owner(MethodFlow flow, int call) {
        return ((MethodInsnNode) flow.at(call)).owner;
    }
}
