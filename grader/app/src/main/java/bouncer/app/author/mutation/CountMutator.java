package bouncer.app.author.mutation;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import java.util.Map;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Changes counts by one, omits their updates, or makes state static (ConMAn: MXC, ASTK). */
final class CountMutator extends Mutator {
    private static final Map<Tree.Kind, String[]> BOUNDARIES = Map.of(
            Tree.Kind.LESS_THAN, new String[] {"<", "<="},
            Tree.Kind.LESS_THAN_EQUAL, new String[] {"<=", "<"},
            Tree.Kind.GREATER_THAN, new String[] {">", ">="},
            Tree.Kind.GREATER_THAN_EQUAL, new String[] {">=", ">"});

    CountMutator(Source source) {
        super(source);
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree binary, @Nullable Void nothing) {
        String[] boundary = BOUNDARIES.get(binary.getKind());
        String left = source.text(binary.getLeftOperand());
        String right = source.text(binary.getRightOperand());
        if (boundary != null) {
            source.replace("boundary", binary, left + " " + boundary[1] + " " + right);
        }
        if (binary.getKind() == Tree.Kind.EQUAL_TO && right.equals("0")) {
            source.replace("one-less", binary, left + " <= 1");
            source.replace("one-more", binary, left + " == -1");
        }
        return super.visitBinary(binary, null);
    }

    @Override
    public @Nullable Void visitExpressionStatement(ExpressionStatementTree statement, @Nullable Void nothing) {
        boolean counts = statement.getExpression() instanceof CompoundAssignmentTree
                || (statement.getExpression() instanceof UnaryTree);
        if (counts) {
            source.replace("drop-count", statement, ";");
        }
        return super.visitExpressionStatement(statement, null);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
        boolean field = getCurrentPath().getParentPath().getLeaf() instanceof ClassTree;
        if (field && !variable.getModifiers().getFlags().contains(Modifier.STATIC)) {
            int at = source.start(variable.getType());
            source.add("static-field", java.util.List.of(new Source.Edit(at, at, "static ")));
        }
        return super.visitVariable(variable, null);
    }
}
