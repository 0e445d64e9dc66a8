package bouncer.app.author.mutation;

import bouncer.app.author.mutation.Source.Edit;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.TryTree;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Omits releases, releases only on the normal path, or weakens locks (ConMAn: RXC, RFU, EELO). */
final class LockMutator extends Mutator {
    private static final Set<String> GIVES_BACK = Set.of("unlock", "unlockWrite", "unlockRead", "release");

    LockMutator(Source source) {
        super(source);
    }

    @Override
    public @Nullable Void visitTry(TryTree tree, @Nullable Void nothing) {
        // Without catch clauses, the try can be dropped: its finally block then runs only after normal completion.
        if (tree.getFinallyBlock() != null
                && tree.getCatches().isEmpty()
                && tree.getResources().isEmpty()) {
            source.add(
                    "drop-finally",
                    List.of(
                            new Edit(source.start(tree), source.start(tree.getBlock()), ""),
                            new Edit(source.end(tree.getBlock()), source.start(tree.getFinallyBlock()), " ")));
            source.add(
                    "forget-finally",
                    List.of(
                            new Edit(source.start(tree), source.start(tree.getBlock()), ""),
                            new Edit(source.end(tree.getBlock()), source.end(tree.getFinallyBlock()), "")));
        }
        return super.visitTry(tree, null);
    }

    @Override
    public @Nullable Void visitExpressionStatement(ExpressionStatementTree statement, @Nullable Void nothing) {
        if (GIVES_BACK.contains(called(statement))) {
            source.replace("drop-unlock", statement, ";");
        }
        return super.visitExpressionStatement(statement, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
        if (called(call).equals("lockInterruptibly")) {
            source.replaceWord("uninterruptible", call, "lockInterruptibly", "lock");
        }
        return super.visitMethodInvocation(call, null);
    }
}
