package bouncer.engine.programs;

import bouncer.engine.library.Seen;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/** On queues. */
public class QueuePrograms extends Programs {
    void linkedQueue() throws InterruptedException {
        ConcurrentLinkedQueue<Integer> queue = new ConcurrentLinkedQueue<>(List.of(1));
        Integer[] r = new Integer[2];
        all(() -> queue.offer(2), () -> r[0] = queue.poll(), () -> r[1] = queue.poll());
        Seen.outcome(r[0], r[1], queue);
    }

    void linkedDeque() throws InterruptedException {
        ConcurrentLinkedDeque<Integer> deque = new ConcurrentLinkedDeque<>(List.of(1, 2));
        Integer[] r = new Integer[2];
        all(() -> r[0] = deque.pollFirst(), () -> r[1] = deque.pollLast(), () -> deque.addFirst(0));
        Seen.outcome(r[0], r[1], deque);
    }

    void boundedQueue() throws InterruptedException {
        ArrayBlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1);
        Integer[] r = new Integer[2];
        all(() -> queue.put(1), () -> queue.put(2), () -> {
            r[0] = queue.take();
            r[1] = queue.take();
        });
        Seen.outcome(r[0], r[1]);
    }

    void blockingQueuePublishes() throws InterruptedException {
        LinkedBlockingQueue<int[]> queue = new LinkedBlockingQueue<>();
        int[] r = new int[1];
        all(
                () -> {
                    int[] box = new int[1];
                    box[0] = 5;
                    queue.add(box);
                },
                () -> r[0] = queue.take()[0]);
        Seen.outcome(r[0], queue.size());
    }

    void blockingDeque() throws InterruptedException {
        LinkedBlockingDeque<Integer> deque = new LinkedBlockingDeque<>(1);
        Integer[] r = new Integer[1];
        boolean[] b = new boolean[1];
        all(() -> b[0] = deque.offerFirst(1), () -> deque.putLast(2), () -> r[0] = deque.takeFirst());
        Seen.outcome(b[0], r[0], deque);
    }

    void priorityQueue() throws InterruptedException {
        PriorityBlockingQueue<Integer> queue = new PriorityBlockingQueue<>();
        Integer[] r = new Integer[1];
        all(() -> queue.add(2), () -> queue.add(1), () -> r[0] = queue.take());
        Seen.outcome(r[0], queue);
    }

    void synchronousQueue() throws InterruptedException {
        SynchronousQueue<Integer> queue = new SynchronousQueue<>();
        Integer[] r = new Integer[1];
        boolean[] b = new boolean[1];
        all(() -> queue.put(1), () -> b[0] = queue.offer(2), () -> {
            r[0] = queue.take();
            if (r[0] == 2) {
                queue.take();
            }
        });
        Seen.outcome(r[0], b[0]);
    }

    void transferQueue() throws InterruptedException {
        LinkedTransferQueue<int[]> queue = new LinkedTransferQueue<>();
        int[] r = new int[2];
        boolean[] b = new boolean[1];
        all(
                () -> {
                    queue.transfer(new int[] {1});
                    r[0] = 1;
                },
                () -> b[0] = queue.tryTransfer(new int[] {2}),
                () -> {
                    r[1] = queue.take()[0];
                    if (r[1] == 2) {
                        r[1] = 20 + queue.take()[0];
                    }
                });
        Seen.outcome(r[0], r[1], b[0], queue.size());
    }

    void transferQueueGivesUp() throws InterruptedException {
        LinkedTransferQueue<Integer> queue = new LinkedTransferQueue<>();
        Integer[] r = new Integer[2];
        all(
                () -> r[0] = queue.tryTransfer(1, 1, TimeUnit.MILLISECONDS) ? 1 : 0,
                () -> r[1] = queue.poll(),
                () -> queue.put(2));
        Seen.outcome(r[0], r[1], queue, queue.hasWaitingConsumer());
    }
}
