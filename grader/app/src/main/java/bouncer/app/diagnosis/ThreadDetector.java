package bouncer.app.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Facts about threads, pools and child processes: who starts them, waits for them and ends them. Stateless. */
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

    private ThreadDetector() {}

    static List<Misconception> read(List<MethodFlow> flows) {
        List<Misconception> facts = new ArrayList<>();
        boolean ends = calls(flows, "shutdown", "shutdownNow", "close");
        for (MethodFlow flow : flows) {
            for (int run : flow.calls("run")) {
                if (isThread(owner(flow, run), flows)) {
                    facts.add(new Misconception.RunNotStart(flow.line(run)));
                }
            }
            for (int make : flow.calls("newSingleThreadExecutor")) {
                facts.add(new Misconception.SingleThread(flow.line(make)));
            }
            waitsForEach(flow, flows, facts);
            if (!ends) {
                pools(flow).forEach(line -> facts.add(new Misconception.PoolLeft(line)));
            }
        }
        children(flows, facts);
        if (!calls(flows, "currentThread", "holdsLock") && !flows.isEmpty()) {
            facts.add(new Misconception.NobodyAsksWho(flows.get(0).line(0)));
        }
        return facts;
    }

    /** Started and joined in the same straight stretch of a loop: the next is not started before this one has ended. */
    private static void waitsForEach(MethodFlow flow, List<MethodFlow> flows, List<Misconception> facts) {
        for (int start : flow.calls("start")) {
            for (int join : flow.calls("join")) {
                AbstractInsnNode thread = flow.origin(start, 0);
                if (isThread(owner(flow, start), flows)
                        && thread != null
                        && thread == flow.origin(join, 0)
                        && start < join
                        && isStraight(flow, start, join)
                        && flow.calls("start").stream()
                                .anyMatch(other -> other > join
                                        ? isStraight(flow, join, other)
                                        : other == start && flow.inLoop(start))) {
                    facts.add(new Misconception.WaitsForEach(flow.line(start), flow.line(join)));
                }
            }
        }
    }

    private static boolean isThread(String owner, List<MethodFlow> flows) {
        return owner.equals(THREAD)
                || flows.stream()
                        .anyMatch(flow -> flow.owner.name.equals(owner) && THREAD.equals(flow.owner.superName));
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

    private static void children(List<MethodFlow> flows, List<Misconception> facts) {
        List<MethodFlow> readers = flows.stream()
                .filter(flow -> !flow.calls("getInputStream", "inputReader").isEmpty())
                .toList();
        if (readers.size() == 1) {
            MethodFlow flow = readers.get(0);
            int read = flow.calls("getInputStream", "inputReader").get(0);
            flow.calls("waitFor").stream()
                    .filter(wait -> wait < read && ((MethodInsnNode) flow.at(wait)).desc.equals("()I"))
                    .findFirst()
                    .ifPresent(wait -> facts.add(new Misconception.ReadsAfterEnd(flow.line(wait), flow.line(read))));
        }
        boolean redirected =
                calls(flows, "getErrorStream", "errorReader", "redirectError", "redirectErrorStream", "inheritIO");
        for (MethodFlow flow : flows) {
            for (int start : flow.calls("start")) {
                if (!redirected && owner(flow, start).equals("java/lang/ProcessBuilder")) {
                    facts.add(new Misconception.ErrorUnread(flow.line(start)));
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
