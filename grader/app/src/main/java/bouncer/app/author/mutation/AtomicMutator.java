package bouncer.app.author.mutation;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.VariableTree;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Splits atomic operations and weakens memory order (ConMAn: RVK, EAN). */
final class AtomicMutator extends Mutator {
    private static final Map<String, String> STEPS = Map.of(
            "incrementAndGet", " + 1", "getAndIncrement", " + 1", "decrementAndGet", " - 1", "getAndDecrement", " - 1");

    AtomicMutator(Source source) {
        super(source);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
        if (variable.getModifiers().getFlags().contains(Modifier.VOLATILE)) {
            source.replaceWord("drop-volatile", variable.getModifiers(), "volatile ", "");
        }
        return super.visitVariable(variable, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
        if (call.getMethodSelect() instanceof MemberSelectTree select) {
            atomic(call, source.text(select.getExpression()), called(call));
        }
        return super.visitMethodInvocation(call, null);
    }

    private void atomic(MethodInvocationTree call, String target, String name) {
        String step = STEPS.get(name);
        if (step != null) {
            source.replace("atomic-to-set", call, target + ".set(" + target + ".get()" + step + ")");
        }
        if (name.equals("addAndGet")) {
            source.replace("atomic-to-set", call, target + ".set(" + target + ".get() + " + arguments(call, 0) + ")");
        }
        // The arithmetic keeps it an expression: the value is read in one step and replaced in a second.
        if (name.equals("getAndSet") && call.getArguments().size() == 1) {
            source.replace("atomic-to-set", call, "(" + target + ".get() + 0 * " + source.text(call) + ")");
        }
        if (name.equals("compareAndSet") && call.getArguments().size() == 2) {
            source.replace(
                    "blind-swap",
                    call,
                    "(" + target + ".getAndSet(" + arguments(call, 1) + ") == " + first(call) + ")");
        }
        if (name.equals("compareAndSet") && call.getArguments().size() == 3) {
            source.replaceWord("plain-swap", call, ".compareAndSet(", ".weakCompareAndSetPlain(");
        }
        if (name.equals("getAndAdd") && call.getArguments().size() == 2) {
            source.replace(
                    "plain-add",
                    call,
                    target + ".set(this, (long) " + target + ".get(this) + " + arguments(call, 1) + ")");
        }
    }

    private String first(MethodInvocationTree call) {
        return source.text(call.getArguments().get(0));
    }

    private String arguments(MethodInvocationTree call, int from) {
        return call.getArguments().stream().skip(from).map(source::text).collect(Collectors.joining(", "));
    }
}
