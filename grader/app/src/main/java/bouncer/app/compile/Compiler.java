package bouncer.app.compile;

import bouncer.app.sandbox.Isolation;
import bouncer.checks.Fault;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Location;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compiles submissions in child processes that are kept warm, one for each caller at a time, and replaced after
 * trouble. No annotation processors, no class path, no file but the sources given. Thread-safe.
 */
public final class Compiler implements AutoCloseable {
    private static final Pattern MISNAMED =
            Pattern.compile("(\\w+ \\S+) is public, should be declared in a file named");

    private final Isolation isolation;
    private final List<Path> classPath;
    private final Path scratch;
    private final Deque<CompilerChild> idle = new ArrayDeque<>();
    private boolean closed;

    /**
     * Takes what a child is started with; none is started yet.
     *
     * @param classPath where {@link CompilerMain} is found
     * @param scratch a directory of ours
     */
    public Compiler(Isolation isolation, List<Path> classPath, Path scratch) {
        this.isolation = isolation;
        this.classPath = List.copyOf(classPath);
        this.scratch = scratch;
    }

    /** Starts a child, so that the first compilation finds it warm. */
    public void warmUp() throws IOException, InterruptedException {
        giveBack(CompilerChild.start(isolation, classPath, scratch));
    }

    /**
     * Compiles some sources with whatever they need of the others.
     *
     * <p>A file that nothing needs is not compiled, so that a scratch file or a test of the student's own costs nothing.
     * Only where that fails (a class in a file of another name) all are compiled together.
     *
     * @param roots paths that must be compiled
     * @param sources text by path below the source root; the roots and all that may be needed
     * @throws IOException if no compiler could be run at all
     */
    public Compiled compile(Collection<String> roots, SortedMap<String, String> sources)
            throws IOException, InterruptedException {
        Answer needed = ask(roots, sources);
        Set<String> left = new HashSet<>(sources.keySet());
        Answer answer = needed;
        while (answer.classes().isEmpty() && left.size() > roots.size()) {
            answer = ask(left, sources);
            // Own tests and the like that do not compile here are left out, until only sound files remain.
            boolean fewer = left.removeAll(faulty(answer, roots));
            if (!fewer) {
                break;
            }
        }
        return translate(answer.classes().isEmpty() ? needed : answer);
    }

    private static Set<String> faulty(Answer answer, Collection<String> roots) {
        Set<String> files = new HashSet<>();
        answer.errors().forEach(error -> files.add(error.file()));
        files.removeAll(Set.copyOf(roots));
        return files;
    }

    private static Compiled translate(Answer answer) {
        List<Finding> findings = new ArrayList<>();
        for (Answer.Complaint error : answer.errors()) {
            Location at = error.file().isEmpty() ? null : new Location(error.file(), error.line());
            findings.add(new Finding.Unusable(Fault.DOES_NOT_COMPILE, "Does not compile: " + words(error), at));
        }
        return new Compiled(answer.classes(), findings);
    }

    /** What javac says, but where it proposes to rename the file: the exercise names the file, and so the class. */
    private static String words(Answer.Complaint error) {
        Matcher misnamed = MISNAMED.matcher(error.message());
        String file = error.file().substring(error.file().lastIndexOf('/') + 1);
        return misnamed.lookingAt()
                ? misnamed.group(1) + " lies in " + file + " and must be called " + file.replace(".java", "")
                : error.message();
    }

    private Answer ask(Collection<String> roots, Map<String, String> sources) throws IOException, InterruptedException {
        List<Request.Source> texts = new ArrayList<>();
        new TreeMap<>(sources).forEach((path, text) -> texts.add(new Request.Source(path, text)));
        Request request = new Request(List.copyOf(roots), texts);
        IOException last = new IOException("no attempt");
        // A child may have died while it was idle (the machine ran out of memory, say): that is no submission's fault.
        for (int attempt = 0; attempt < 2; attempt++) {
            CompilerChild child = take();
            try {
                Answer answer = child.ask(request);
                giveBack(child);
                return answer;
            } catch (CompilerChild.TookTooLong e) {
                return Answer.gaveUp("it took " + e.getMessage());
            } catch (IOException e) {
                boolean memory = child.ranOutOfMemory();
                child.close();
                if (memory) {
                    return Answer.gaveUp("it ran out of memory");
                }
                last = e;
            }
        }
        throw new IOException("The compiler could not be run: " + last.getMessage(), last);
    }

    private CompilerChild take() throws IOException {
        synchronized (idle) {
            CompilerChild child = idle.poll();
            if (child != null) {
                return child;
            }
        }
        return CompilerChild.start(isolation, classPath, scratch);
    }

    private void giveBack(CompilerChild child) throws InterruptedException {
        synchronized (idle) {
            if (!closed) {
                idle.push(child);
                return;
            }
        }
        child.close();
    }

    @Override
    public void close() throws InterruptedException {
        List<CompilerChild> children;
        synchronized (idle) {
            closed = true;
            children = List.copyOf(idle);
            idle.clear();
        }
        for (CompilerChild child : children) {
            child.close();
        }
    }
}
