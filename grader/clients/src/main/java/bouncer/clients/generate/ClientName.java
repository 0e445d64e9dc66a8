package bouncer.clients.generate;

import bouncer.checks.specification.ClientScope;
import bouncer.checks.specification.ObjectContract;
import bouncer.clients.plan.Client;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Names a client of the catalogue, some of whose turns may be left out. Immutable.
 *
 * @param index the index among all clients of the scope
 * @param left the indices of the turns that are left out
 */
public record ClientName(ClientScope scope, int index, Set<Integer> left) {
    public ClientName {
        left = Set.copyOf(left);
    }

    /** Returns the name as text without dots, the first character of which tells the scope. */
    public String text() {
        StringBuilder text = new StringBuilder().append(scope.name().charAt(0)).append(index);
        new TreeSet<>(left).forEach(turn -> text.append('-').append(turn));
        return text.toString();
    }

    /** Returns the name that a text stands for; null if it is none of this scope. */
    public static @Nullable ClientName parse(ClientScope scope, String text) {
        if (text.length() < 2 || text.charAt(0) != scope.name().charAt(0)) {
            return null;
        }
        try {
            String[] parts = text.substring(1).split("-", -1);
            Set<Integer> left = new TreeSet<>();
            for (int i = 1; i < parts.length; i++) {
                left.add(Integer.parseInt(parts[i]));
            }
            return new ClientName(scope, Integer.parseInt(parts[0]), left);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Returns the client, or null if the contract has none of this index. */
    public @Nullable Client client(ObjectContract<Object, Object> contract) {
        int before = 0;
        for (Catalogue.Group group : Catalogue.of(contract, scope)) {
            int here = index - before;
            before += group.clients().size();
            if (here >= 0 && index < before) {
                return group.clients().get(here).without(left);
            }
        }
        return null;
    }
}
