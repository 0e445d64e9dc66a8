package bouncer.clients.generate;

import bouncer.checks.specification.ObjectContract;
import java.util.ArrayList;
import java.util.List;

/** The numbers that the objects of a client are made with. Stateless. */
final class Creations {
    private Creations() {}

    /** Returns all ordinary combinations for so many objects, of which the order does not matter. */
    static List<List<Long>> ordinary(ObjectContract<Object, Object> contract, int objects) {
        List<List<Long>> all = List.of(List.of());
        for (int i = 0; i < objects; i++) {
            List<List<Long>> longer = new ArrayList<>();
            for (List<Long> each : all) {
                for (int k = 0; k < contract.numbers().size(); k++) {
                    if (each.isEmpty() || k <= contract.numbers().indexOf(each.get(each.size() - 1))) {
                        List<Long> next = new ArrayList<>(each);
                        next.add(contract.numbers().get(k));
                        longer.add(next);
                    }
                }
            }
            all = longer;
        }
        return all;
    }

    /** Returns the last of the ordinary numbers. */
    static long last(ObjectContract<Object, Object> contract) {
        List<Long> numbers = contract.numbers();
        return numbers.get(numbers.size() - 1);
    }
}
