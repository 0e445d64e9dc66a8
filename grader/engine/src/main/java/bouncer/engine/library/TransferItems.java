package bouncer.engine.library;

import bouncer.engine.ops.OrderOps;
import java.util.AbstractQueue;
import java.util.Iterator;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * A queue each of whose places knows whether its element has been taken out, in whatever way. Used inside steps only.
 */
final class TransferItems<E> extends AbstractQueue<E> {
    /** Where one element lies. */
    static final class Place<E> {
        private final E element;
        private boolean taken;

        Place(E element) {
            this.element = element;
        }

        boolean taken() {
            return taken;
        }

        private E take() {
            taken = true;
            OrderOps.release(this);
            return element;
        }
    }

    private final ConcurrentLinkedQueue<Place<E>> places = new ConcurrentLinkedQueue<>();

    Place<E> place(E e) {
        Place<E> place = new Place<>(e);
        places.add(place);
        return place;
    }

    void leave(Place<E> place) {
        places.remove(place);
    }

    @Override
    public boolean offer(E e) {
        place(e);
        return true;
    }

    @Override
    public @Nullable E poll() {
        Place<E> first = places.poll();
        return first == null ? null : first.take();
    }

    @Override
    public @Nullable E peek() {
        Place<E> first = places.peek();
        return first == null ? null : first.element;
    }

    @Override
    public int size() {
        return places.size();
    }

    @Override
    public Iterator<E> iterator() {
        Iterator<Place<E>> all = places.iterator();
        return new Iterator<>() {
            private @Nullable Place<E> last;

            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public E next() {
                last = all.next();
                return last.element;
            }

            @Override
            public void remove() {
                all.remove();
                if (last != null) {
                    last.take();
                }
            }
        };
    }
}
