package bouncer.app.author;

import bouncer.app.author.mutation.Mutant;
import bouncer.app.verdict.CheckReport;
import java.util.Optional;

/**
 * What became of one mutant. Immutable.
 *
 * @param of the right solution it was made from
 * @param mutant what was changed
 * @param killedBy the first check that rejected it
 * @param proof why it behaves as the original does; empty unless somebody proved it
 * @param trouble a fault of ours that came up; empty unless one did
 */
public record MutantResult(Solution of, Mutant mutant, Optional<CheckReport> killedBy, String proof, String trouble) {

    /** Whether no check rejected it and nobody has explained why. */
    public boolean isUnexplained() {
        return killedBy.isEmpty() && proof.isEmpty();
    }

    /** Room, solution and mutant. */
    public String name() {
        return of + " " + mutant.id();
    }
}
