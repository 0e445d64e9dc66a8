package bouncer.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Threads are numbered 0 and up; each entry of a clock begins at 1, so that a thread's first access is after nothing. */
class HappensBeforeTest {
    private static final int NONE = -1;

    private final Memory memory = new Memory();
    private final MemoryLocation data = memory.at(new Object(), 0);
    private final MemoryLocation flag = memory.at(new Object(), 0);
    private final VectorClock[] clocks = {clock(0), clock(1), clock(2)};

    private static VectorClock clock(int thread) {
        VectorClock clock = new VectorClock();
        clock.set(thread, 1);
        return clock;
    }

    private int read(int thread) {
        return HappensBefore.read(thread, clocks[thread], data);
    }

    private int write(int thread) {
        return HappensBefore.write(thread, clocks[thread], data);
    }

    private void release(int thread) {
        HappensBefore.release(thread, clocks[thread], flag);
    }

    private void acquire(int thread) {
        HappensBefore.acquire(clocks[thread], flag);
    }

    @Test
    void accessesOfOneThreadDoNotRace() {
        assertThat(write(0)).isEqualTo(NONE);
        assertThat(read(0)).isEqualTo(NONE);
        assertThat(write(0)).isEqualTo(NONE);
    }

    @Test
    void anUnorderedWriteRacesWithReadsAndWrites() {
        assertThat(write(0)).isEqualTo(NONE);
        assertThat(read(1)).isZero();
        assertThat(write(2)).isZero();
    }

    @Test
    void readsDoNotRaceWithEachOtherButEachWithALaterWrite() {
        assertThat(read(0)).isEqualTo(NONE);
        assertThat(read(1)).isEqualTo(NONE);
        release(0);
        acquire(2);
        assertThat(write(2)).isEqualTo(1);
    }

    @Test
    void releaseAndAcquireOrder() {
        write(0);
        release(0);
        acquire(1);
        assertThat(read(1)).isEqualTo(NONE);
        assertThat(write(1)).isEqualTo(NONE);
    }

    @Test
    void whatFollowsTheReleaseIsNotOrdered() {
        release(0);
        write(0);
        acquire(1);
        assertThat(read(1)).isZero();
    }

    @Test
    void earlierReleasesStayInForceExceptBehindAReleaseStore() {
        write(0);
        release(0);
        release(1);
        acquire(2);
        assertThat(read(2)).isEqualTo(NONE);
        HappensBefore.releaseAlone(1, clocks[1], flag);
        VectorClock fresh = clock(2);
        HappensBefore.acquire(fresh, flag);
        assertThat(fresh.get(0)).isZero();
    }

    @Test
    void anOpaqueStoreGivesNothing() {
        release(0);
        HappensBefore.releaseNothing(flag);
        acquire(1);
        assertThat(clocks[1].get(0)).isZero();
    }

    @Test
    void orderedAccessesRaceWithPlainOnesOnly() {
        assertThat(HappensBefore.orderedWrite(0, clocks[0], data)).isEqualTo(NONE);
        assertThat(HappensBefore.orderedRead(1, clocks[1], data)).isEqualTo(NONE);
        assertThat(HappensBefore.orderedWrite(1, clocks[1], data)).isEqualTo(NONE);
        assertThat(read(2)).isEqualTo(1);
    }

    @Test
    void aReadThatMayBeThrownAwayIsNotKept() {
        assertThat(HappensBefore.unwritten(0, clocks[0], data)).isEqualTo(NONE);
        assertThat(write(1)).isEqualTo(NONE);
        assertThat(HappensBefore.unwritten(0, clocks[0], data)).isEqualTo(1);
    }
}
