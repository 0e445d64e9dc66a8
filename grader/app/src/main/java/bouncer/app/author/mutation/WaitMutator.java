package bouncer.app.author.mutation;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.WhileLoopTree;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replaces loops around waits by if, replaces waits by spinning, and drops or weakens wake-ups (ConMAn: MSP, RCXC,
 * RNA).
 */
final class WaitMutator extends Mutator {
    private static final Set<String> WAITS =
            Set.of("wait", "timedWait", "await", "awaitNanos", "park", "parkNanos", "takeFirst");
    private static final Set<String> WAKES = Set.of("notify", "notifyAll", "signal", "signalAll", "unpark");
    private static final Map<String, String> WEAKER = Map.of("notifyAll", "notify", "signalAll", "signal");

    WaitMutator(Source source) {
        super(source);
    }

    @Override
    public @Nullable Void visitWhileLoop(WhileLoopTree loop, @Nullable Void nothing) {
        if (calls(loop.getStatement(), WAITS)) {
            source.replaceWord("while-to-if", loop, "while", "if");
        }
        return super.visitWhileLoop(loop, null);
    }

    @Override
    public @Nullable Void visitExpressionStatement(ExpressionStatementTree statement, @Nullable Void nothing) {
        String name = called(statement);
        if (WAKES.contains(name)) {
            source.replace("drop-notify", statement, ";");
        }
        String weaker = WEAKER.get(name);
        if (weaker != null) {
            source.replaceWord("notify-all-to-notify", statement, name + "(", weaker + "(");
        }
        if (WAITS.contains(name)) {
            source.replace("spin-for-wait", statement, "Thread.onSpinWait();");
        }
        return super.visitExpressionStatement(statement, null);
    }
}
