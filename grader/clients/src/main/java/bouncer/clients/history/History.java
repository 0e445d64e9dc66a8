package bouncer.clients.history;

import bouncer.clients.plan.Client;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one execution of a client program has observed. Immutable but for its calls.
 *
 * @param client the program
 * @param happenings what happened, in the order in which it did; the last is a rest, unless a constructor threw
 * @param failedCreation the index of the object whose constructor threw, or -1
 * @param creationFailure what it threw, or null
 */
public record History(
        Client client,
        List<Happening> happenings,
        int failedCreation,
        @Nullable Throwable creationFailure) {
    public History {
        happenings = List.copyOf(happenings);
    }
}
