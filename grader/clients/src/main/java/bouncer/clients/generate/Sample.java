package bouncer.clients.generate;

import java.util.ArrayList;
import java.util.List;

/** Even samples of long lists, the same in every run. Stateless. */
final class Sample {
    private Sample() {}

    /** Returns at most so many elements, evenly spread, in their order. */
    static <E> List<E> of(List<E> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        List<E> some = new ArrayList<>(most);
        for (int i = 0; i < most; i++) {
            some.add(all.get((int) ((long) i * all.size() / most)));
        }
        return some;
    }
}
