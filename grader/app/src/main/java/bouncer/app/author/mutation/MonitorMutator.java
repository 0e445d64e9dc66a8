package bouncer.app.author.mutation;

import bouncer.app.author.mutation.Source.Edit;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SynchronizedTree;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Drops, shrinks and splits critical sections, and swaps their locks (ConMAn: RSK, RSB, SHCR, SPCR, EELO). */
final class MonitorMutator extends Mutator {
    MonitorMutator(Source source) {
        super(source);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
        Set<Modifier> flags = method.getModifiers().getFlags();
        if (flags.contains(Modifier.SYNCHRONIZED)) {
            source.replaceWord("drop-synchronized", method.getModifiers(), "synchronized ", "");
            if (!flags.contains(Modifier.STATIC)) {
                splitMethod(method);
            }
        }
        return super.visitMethod(method, null);
    }

    private void splitMethod(MethodTree method) {
        int word = source.text(method.getModifiers()).indexOf("synchronized ");
        int from = source.start(method.getModifiers()) + word;
        BlockTree body = method.getBody();
        int open = source.start(body) + 1;
        int close = source.end(body) - 1;
        List<? extends StatementTree> statements = body.getStatements();
        for (int k = 1; k < statements.size(); k++) {
            int cut = source.start(statements.get(k));
            source.add(
                    "split-method",
                    List.of(
                            new Edit(from, from + "synchronized ".length(), ""),
                            new Edit(open, open, " synchronized (this) {"),
                            new Edit(cut, cut, "} synchronized (this) { "),
                            new Edit(close, close, "} ")));
        }
    }

    @Override
    public @Nullable Void visitSynchronized(SynchronizedTree tree, @Nullable Void nothing) {
        BlockTree block = tree.getBlock();
        String lock = source.text(tree.getExpression());
        String head = "synchronized " + lock + " {";
        source.add("drop-synchronized-block", List.of(new Edit(source.start(tree), source.start(block), "")));
        source.replace("new-lock", tree.getExpression(), "(new Object())");
        source.replace("shared-lock", tree.getExpression(), lock.equals("(this)") ? "(getClass())" : "(this)");
        List<? extends StatementTree> statements = block.getStatements();
        for (int k = 1; k < statements.size(); k++) {
            int cut = source.start(statements.get(k));
            source.add("split-block", List.of(new Edit(cut, cut, "} " + head + " ")));
        }
        if (statements.size() > 1) {
            StatementTree first = statements.get(0);
            source.add(
                    "shrink-front",
                    List.of(
                            new Edit(source.start(tree), source.start(tree), source.text(first) + " "),
                            new Edit(source.start(first), source.end(first), "")));
            StatementTree last = statements.get(statements.size() - 1);
            source.add(
                    "shrink-back",
                    List.of(
                            new Edit(source.start(last), source.end(last), ""),
                            new Edit(source.end(block), source.end(block), " " + source.text(last))));
        }
        return super.visitSynchronized(tree, null);
    }
}
