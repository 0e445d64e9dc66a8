package bouncer.clients.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Samples of long lists, the same in every run. Stateless. */
final class Sample {
    /** The part of a sample that is the beginning of the list: what is small comes first. */
    private static final int BEGINNING = 3;

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

    /** Returns at most so many elements: a third are the first ones, the others follow in no order. */
    static <E> List<E> smallestFirst(List<E> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        int first = most / BEGINNING;
        List<E> others = new ArrayList<>(all.subList(first, all.size()));
        Collections.shuffle(others, new Random(all.size()));
        List<E> some = new ArrayList<>(all.subList(0, first));
        some.addAll(others.subList(0, most - first));
        return some;
    }
}
