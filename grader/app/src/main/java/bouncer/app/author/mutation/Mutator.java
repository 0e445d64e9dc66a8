package bouncer.app.author.mutation;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** A group of mutation operators: walks over a source and adds a mutant wherever one applies. */
abstract class Mutator extends TreePathScanner<@Nullable Void, @Nullable Void> {
    final Source source;

    Mutator(Source source) {
        this.source = source;
    }

    /** Adds all mutants of this group. */
    final void mutate() {
        scan(source.unit(), null);
    }

    /** The name of the method that is called. */
    static String called(MethodInvocationTree call) {
        ExpressionTree select = call.getMethodSelect();
        return select instanceof MemberSelectTree member
                ? member.getIdentifier().toString()
                : ((IdentifierTree) select).getName().toString();
    }

    /** The name of the method that is all of a statement; empty if the statement is something else. */
    static String called(ExpressionStatementTree statement) {
        return statement.getExpression() instanceof MethodInvocationTree call ? called(call) : "";
    }

    /** Whether one of these methods is called somewhere within. */
    static boolean calls(Tree tree, Set<String> names) {
        boolean[] found = {false};
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
                found[0] |= names.contains(called(call));
                return super.visitMethodInvocation(call, null);
            }
        }.scan(tree, null);
        return found[0];
    }

    /** Whether the place that is visited lies within a monitor that the text shows. */
    final boolean underMonitor() {
        for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
            Tree leaf = path.getLeaf();
            if (leaf instanceof SynchronizedTree
                    || (leaf instanceof MethodTree method
                            && method.getModifiers().getFlags().contains(Modifier.SYNCHRONIZED))) {
                return true;
            }
        }
        return false;
    }
}
