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

/** A group of mutation operators: visits a source and adds a mutant wherever an operator applies. */
abstract class Mutator extends TreePathScanner<@Nullable Void, @Nullable Void> {
    final Source source;

    Mutator(Source source) {
        this.source = source;
    }

    /** Adds all mutants of this group. */
    final void mutate() {
        scan(source.unit(), null);
    }

    /** Returns the name of the called method. */
    static String called(MethodInvocationTree call) {
        ExpressionTree select = call.getMethodSelect();
        return select instanceof MemberSelectTree member
                ? member.getIdentifier().toString()
                : ((IdentifierTree) select).getName().toString();
    }

    /** Returns the name of the method if the statement is only a call; else empty. */
    static String called(ExpressionStatementTree statement) {
        return statement.getExpression() instanceof MethodInvocationTree call ? called(call) : "";
    }

    /** Returns true if the tree contains a call to one of these methods. */
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

    /** Returns true if the visited place is in a synchronized method or block. */
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
