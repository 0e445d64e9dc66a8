package bouncer.engine.library;

import bouncer.engine.Coverage;
import bouncer.engine.Exploration;
import bouncer.engine.Failure;
import bouncer.engine.Limits;
import bouncer.engine.Outcome;
import bouncer.engine.Program;
import bouncer.engine.jdk.LibraryClasses;
import bouncer.engine.programs.Programs;
import bouncer.engine.search.Search;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * A library class twice: as the model written for the engine, and as the running JDK's own class, relocated. As a command it prints what
 * each of the small programs costs either way: {@code Twins [CLASS...]}.
 */
public final class Twins {
    private static final String PACKAGE = Programs.class.getPackageName() + ".";

    /** Classes of java.util.concurrent that can be relocated, to the programs that use them. */
    static final Map<String, String> PROGRAMS = new LinkedHashMap<>();

    static {
        PROGRAMS.put("ArrayBlockingQueue", "boundedQueue");
        PROGRAMS.put("LinkedBlockingQueue", "blockingQueuePublishes");
        PROGRAMS.put("LinkedBlockingDeque", "blockingDeque");
        PROGRAMS.put("PriorityBlockingQueue", "priorityQueue");
        PROGRAMS.put("SynchronousQueue", "synchronousQueue");
        PROGRAMS.put("LinkedTransferQueue", "transferQueue transferQueueGivesUp");
        PROGRAMS.put("ConcurrentLinkedQueue", "linkedQueue");
        PROGRAMS.put("ConcurrentLinkedDeque", "linkedDeque");
        PROGRAMS.put("Phaser", "phaser phaserBelowAnother phaserInterrupted phaserRegisters");
        PROGRAMS.put("Exchanger", "exchanger exchangerInterrupted");
        PROGRAMS.put("Semaphore", "semaphore semaphoreInBulk interruptedAcquire");
        PROGRAMS.put("CountDownLatch", "latch");
        PROGRAMS.put("FutureTask", "futureTask");
        PROGRAMS.put("locks.ReentrantLock", "reentrantLock fairLock condition conditionTimesOut");
    }

    /** Programs that are explored to the end either way. */
    private static final Set<String> COMPARED = Set.of(
            "boundedQueue",
            "blockingQueuePublishes",
            "blockingDeque",
            "priorityQueue",
            "transferQueueGivesUp",
            "linkedQueue",
            "linkedDeque",
            "phaserInterrupted",
            "exchanger",
            "interruptedAcquire",
            "latch",
            "futureTask",
            "fairLock",
            "conditionTimesOut");

    /** What exploring a program to the end showed. */
    record Explored(Outcome outcome, boolean complete, Set<String> seen, long executions, long steps) {}

    private Twins() {}

    /** Classes and programs for which both ways are explored to the end. */
    static Stream<Arguments> compared() {
        return PROGRAMS.entrySet().stream()
                .flatMap(each -> Stream.of(each.getValue().split(" "))
                        .filter(COMPARED::contains)
                        .map(program -> Arguments.of(each.getKey(), program)));
    }

    static boolean isCompared(String program) {
        return COMPARED.contains(program);
    }

    static Method program(String name) {
        return Programs.ALL.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Explores a program with some classes of {@code java.util.concurrent} relocated. */
    static Explored explore(Method program, Limits limits, String... relocated) {
        Seen.take();
        Set<String> names = new HashSet<>();
        for (String name : relocated) {
            names.add("java/util/concurrent/" + name.replace('.', '/'));
            names.add("java/util/concurrent/Helpers"); // package-private, and used by many
        }
        LibraryClasses table = LibraryClasses.standard();
        Exploration found = Search.explore(
                Program.of(program.getDeclaringClass(), program.getName(), name -> name.startsWith(PACKAGE)),
                names.isEmpty() ? table : table.relocating(names),
                limits);
        return new Explored(
                found.outcome(),
                found.coverage() instanceof Coverage.Complete,
                Seen.take(),
                found.counts().executions(),
                found.counts().steps());
    }

    /** Prints the table. */
    public static void main(String[] arguments) {
        Limits limits = Limits.standard().withPolicy(Limits.Policy.DPOR).withExecutions(20_000);
        Set<String> wanted = arguments.length == 0 ? PROGRAMS.keySet() : Set.of(arguments);
        for (String type : wanted) {
            for (String name : PROGRAMS.get(type).split(" ")) {
                Explored model = explore(program(name), limits);
                Explored twin = explore(program(name), limits, type);
                System.out.printf(
                        "| %s | %s | %s | %s | %s |%n", type, name, cost(model), cost(twin), verdict(model, twin));
            }
        }
    }

    private static String verdict(Explored model, Explored twin) {
        if (twin.outcome instanceof Outcome.Uncontrolled uncontrolled) {
            return uncontrolled.reason();
        }
        if (twin.outcome instanceof Outcome.Failed failed) {
            return failed.failure() instanceof Failure.Threw threw
                    ? threw.thrown().toString()
                    : failed.failure().toString();
        }
        return model.seen.equals(twin.seen) ? "same outcomes" : "model " + model.seen + ", relocated " + twin.seen;
    }

    private static String cost(Explored explored) {
        return explored.executions + " / " + explored.steps + (explored.complete ? "" : " sampled");
    }
}
