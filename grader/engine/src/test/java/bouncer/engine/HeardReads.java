package bouncer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.engine.spi.ArrayReadListener;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a listener hears of reads of arrays, in the order of the reads. Not instrumented. */
public final class HeardReads implements ArrayReadListener {
    private final List<Integer> threads = new ArrayList<>();
    private final Set<Object> contended = new HashSet<>();

    @Override
    public boolean reads(Reader reader, Object array, long elements) {
        assertThat(reader.epochs()[reader.id()]).isEqualTo(reader.epoch());
        assertThat(elements).isEqualTo(1);
        threads.add(reader.id());
        return true;
    }

    @Override
    public void contended(int thread, Object owner, Object place) {
        contended.add(owner);
    }

    /** The numbers of the threads. */
    public List<Integer> threads() {
        return threads;
    }

    /** The owners of what threads contended for. */
    public Set<Object> contended() {
        return contended;
    }
}
