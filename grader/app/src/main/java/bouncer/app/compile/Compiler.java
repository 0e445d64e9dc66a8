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
 * Compiles submissions in child processes that are kept running, one for each concurrent caller, and replaced after a
 * failure. There are no annotation processors, no class path, and no files except the given sources. Thread-safe.
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
     * Stores how children are started, and starts none yet.
     *
     * @param isolation the isolation of the children
     * @param classPath the class path that contains {@link CompilerMain}
     * @param scratch a directory for temporary files
     */
    public Compiler(Isolation isolation, List<Path> classPath, Path scratch) {
        this.isolation = isolation;
        this.classPath = List.copyOf(classPath);
        this.scratch = scratch;
    }

    /**
     * Starts a child ahead of the first compilation.
     *
     * @throws IOException if no process can be started
     */
    public void warmUp() throws IOException {
        giveBack(CompilerChild.start(isolation, classPath, scratch));
    }

    /**
     * Compiles sources together with the other sources they need.
     *
     * <p>Sources that nothing needs are not compiled, so that a scratch file or a test of the student's own does no
     * harm. If that fails, as with a class in a file of another name, all sources are compiled together.
     *
     * @param roots the paths that must be compiled
     * @param sources texts by path below the source root: the roots and all that they may need
     * @return the class files, or the errors as findings
     * @throws IOException if no compiler could be run
     */
    public Compiled compile(Collection<String> roots, SortedMap<String, String> sources)
            throws IOException, InterruptedException {
        Answer needed = ask(roots, sources);
        Set<String> left = new HashSet<>(sources.keySet());
        Answer answer = needed;
        while (answer.classes().isEmpty() && left.size() > roots.size()) {
            answer = ask(left, sources);
            // Files that do not compile and are not roots, such as the student's own tests, are dropped one round at a
            // time.
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

    /**
     * Returns javac's message, except where javac proposes to rename the file: the exercise fixes the file name, so the
     * class must be renamed.
     */
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
        // An idle child may have died, for example because the machine ran out of memory. The submission did not cause
        // that.
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
            } catch (InterruptedException | RuntimeException e) {
                child.close(); // it may still be compiling, and nothing would read its answer
                throw e;
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

    private void giveBack(CompilerChild child) {
        synchronized (idle) {
            if (!closed) {
                idle.push(child);
                return;
            }
        }
        child.close();
    }

    @Override
    public void close() {
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
