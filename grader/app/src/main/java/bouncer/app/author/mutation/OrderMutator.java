package bouncer.app.author.mutation;

import bouncer.app.author.mutation.Source.Edit;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.StatementTree;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Swaps or drops statements outside monitors, such as a wake-up and the change before it (ConMAn: SHCR). */
final class OrderMutator extends Mutator {
    /** Calls that other mutators drop. */
    private static final Set<String> ELSEWHERE = Set.of(
            "notify",
            "notifyAll",
            "signal",
            "signalAll",
            "unpark",
            "unlock",
            "unlockWrite",
            "unlockRead",
            "release",
            "interrupt",
            "wait",
            "timedWait",
            "await",
            "park",
            "parkNanos",
            "println",
            "onSpinWait",
            "yield");

    OrderMutator(Source source) {
        super(source);
    }

    @Override
    public @Nullable Void visitBlock(BlockTree block, @Nullable Void nothing) {
        List<? extends StatementTree> statements = block.getStatements();
        for (int i = 0; i + 1 < statements.size() && !underMonitor(); i++) {
            if (statements.get(i) instanceof ExpressionStatementTree one
                    && statements.get(i + 1) instanceof ExpressionStatementTree other) {
                source.add(
                        "swap-statements",
                        List.of(
                                new Edit(source.start(one), source.end(one), source.text(other)),
                                new Edit(source.start(other), source.end(other), source.text(one))));
            }
        }
        return super.visitBlock(block, null);
    }

    @Override
    public @Nullable Void visitExpressionStatement(ExpressionStatementTree statement, @Nullable Void nothing) {
        String name = called(statement);
        if (!name.isEmpty() && !ELSEWHERE.contains(name) && !name.equals("super") && !name.equals("this")) {
            source.replace("drop-call", statement, ";");
        }
        return super.visitExpressionStatement(statement, null);
    }
}
