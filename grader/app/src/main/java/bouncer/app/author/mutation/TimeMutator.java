package bouncer.app.author.mutation;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes the unit of timeouts, restarts them, or drops the handling of interrupts (ConMAn: MXT). */
final class TimeMutator extends Mutator {
    TimeMutator(Source source) {
        super(source);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
        if (called(call).equals("toNanos")) {
            source.replaceWord("wrong-unit", call, "toNanos", "toMillis");
        }
        return super.visitMethodInvocation(call, null);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
        if (variable.getInitializer() instanceof BinaryTree difference
                && difference.getKind() == Tree.Kind.MINUS
                && calls(difference, Set.of("nanoTime"))) {
            source.replace("restart-timeout", difference, source.text(difference.getLeftOperand()));
        }
        return super.visitVariable(variable, null);
    }

    @Override
    public @Nullable Void visitIf(IfTree tree, @Nullable Void nothing) {
        if (calls(tree.getCondition(), Set.of("interrupted")) && tree.getElseStatement() == null) {
            source.replace("drop-interrupt-check", tree, ";");
        }
        return super.visitIf(tree, null);
    }

    @Override
    public @Nullable Void visitExpressionStatement(ExpressionStatementTree statement, @Nullable Void nothing) {
        boolean kept = called(statement).equals("interrupt")
                || (statement.getExpression() instanceof AssignmentTree set
                        && source.text(set.getVariable()).equals("interrupted"))
                || (statement.getExpression() instanceof CompoundAssignmentTree or
                        && source.text(or.getVariable()).equals("interrupted"));
        if (kept) {
            source.replace("drop-interrupt-status", statement, ";");
        }
        return super.visitExpressionStatement(statement, null);
    }
}
