package bouncer.clients.judge;

import bouncer.checks.specification.Clause;
import bouncer.checks.specification.ObjectContract;
import bouncer.clients.history.History;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A constructor refuses what the contract says, and nothing else. Immutable. */
record CreationRule(ObjectContract<Object, Object> contract, History history) {

    /** Returns true if nothing but the creation of the objects counts: one was refused, or had to be. */
    boolean decides() {
        return history.failedCreation() >= 0 || refusesAny() || history.client().lacksMaker();
    }

    private boolean refusesAny() {
        return history.client().objects().stream().anyMatch(contract::refuses);
    }

    @Nullable
    Objection objection() {
        Throwable thrown = history.creationFailure();
        List<Long> numbers = history.client().objects();
        int failed = history.failedCreation();
        for (int i = 0; i < numbers.size(); i++) {
            boolean lacks = history.client().lacksMaker();
            boolean refused = lacks || contract.refuses(numbers.get(i));
            boolean rightly =
                    thrown instanceof IllegalArgumentException || (lacks && thrown instanceof NullPointerException);
            if (refused && failed == i && rightly) {
                return null;
            }
            if (refused || failed == i) {
                String expected = refused
                        ? lacks ? "NullPointerException or IllegalArgumentException" : "IllegalArgumentException"
                        : "an object";
                String actual = thrown == null || failed != i
                        ? "it returned"
                        : "it threw " + thrown.getClass().getSimpleName();
                return new Objection(Clause.EXCEPTION, null, expected, actual, history);
            }
        }
        return null;
    }
}
