package bouncer.app.author;

import bouncer.app.author.mutation.Mutant;
import bouncer.app.verdict.CheckReport;
import java.util.Optional;

/**
 * The result of grading one mutant. Immutable.
 *
 * @param of the correct solution that was mutated
 * @param mutant the mutant
 * @param killedBy the first check that failed; empty if none did
 * @param proof the proof that it is equivalent to the original; empty if there is none
 * @param trouble the message of a harness error; empty if there was none
 */
public record MutantResult(Solution of, Mutant mutant, Optional<CheckReport> killedBy, String proof, String trouble) {

    /** Returns true if the mutant survived and there is no proof that it is equivalent. */
    public boolean isUnexplained() {
        return killedBy.isEmpty() && proof.isEmpty();
    }

    /** Returns the names of exercise, solution and mutant, separated by spaces. */
    public String name() {
        return of + " " + mutant.id();
    }
}
