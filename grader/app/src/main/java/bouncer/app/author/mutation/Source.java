package bouncer.app.author.mutation;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A parsed source file that collects its mutants; edits keep the number of lines. */
final class Source {
    private final String file;
    private final String text;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<Mutant> mutants = new ArrayList<>();

    private Source(String file, String text, CompilationUnitTree unit, SourcePositions positions) {
        this.file = file;
        this.text = text;
        this.unit = unit;
        this.positions = positions;
    }

    /** Parses a file, which must be correct Java. */
    static Source parse(String file, String text) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        JavaFileObject object = new SimpleJavaFileObject(URI.create("memory:///" + file), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
        JavacTask task = (JavacTask) javac.getTask(null, null, null, List.of("-proc:none"), null, List.of(object));
        CompilationUnitTree unit = task.parse().iterator().next();
        return new Source(file, text, unit, Trees.instance(task).getSourcePositions());
    }

    CompilationUnitTree unit() {
        return unit;
    }

    List<Mutant> mutants() {
        return List.copyOf(mutants);
    }

    /** Returns the text of a tree; empty for a tree that the compiler generated. */
    String text(Tree tree) {
        return start(tree) < 0 || end(tree) < 0 ? "" : text.substring(start(tree), end(tree));
    }

    int start(Tree tree) {
        return (int) positions.getStartPosition(unit, tree);
    }

    int end(Tree tree) {
        return (int) positions.getEndPosition(unit, tree);
    }

    /** Adds the mutant in which a tree is replaced. */
    void replace(String operator, Tree tree, String with) {
        if (start(tree) >= 0 && end(tree) >= 0) {
            add(operator, List.of(new Edit(start(tree), end(tree), with)));
        }
    }

    /** Adds the mutant in which the first occurrence of a word in a tree is replaced. */
    void replaceWord(String operator, Tree tree, String word, String with) {
        int at = start(tree) < 0 ? -1 : text.indexOf(word, start(tree));
        if (at >= 0 && at < end(tree)) {
            add(operator, List.of(new Edit(at, at + word.length(), with)));
        }
    }

    /** Adds the mutant with several edits, which must not overlap. */
    void add(String operator, List<Edit> edits) {
        List<Edit> backwards = new ArrayList<>(edits);
        backwards.sort(Comparator.comparingInt(Edit::from).reversed());
        String mutated = text;
        for (Edit edit : backwards) {
            String old = text.substring(edit.from(), edit.to());
            mutated = mutated.substring(0, edit.from()) + fit(edit.with(), old) + mutated.substring(edit.to());
        }
        int line = (int) unit.getLineMap()
                .getLineNumber(backwards.get(backwards.size() - 1).from());
        if (!mutated.equals(text)) {
            int number = seen.merge(operator + line, 1, Integer::sum);
            mutants.add(new Mutant(operator, file, line, number, text, mutated));
        }
    }

    /** Adds line ends to a replacement, or removes them, so that it has as many as the original. */
    private static String fit(String with, String old) {
        long missing = lines(old) - lines(with);
        return missing >= 0
                ? with + "\n".repeat((int) missing)
                : with.replace('\n', ' ') + "\n".repeat((int) lines(old));
    }

    private static long lines(String text) {
        return text.chars().filter(c -> c == '\n').count();
    }

    /**
     * A change of the text.
     *
     * @param from index of the first character
     * @param to index after the last character
     */
    record Edit(int from, int to, String with) {}
}
