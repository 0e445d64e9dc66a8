package @package@;

import static bouncer.checks.Parallel.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.Contract;
import bouncer.checks.ChecksFor;
import bouncer.checks.Explore;
import bouncer.checks.Fault;

/** TODO: each sentence of the contract as a check; each fault that can be made as a scenario that can show it. */
@ChecksFor("@slug@")
class @class@Checks {

    @Contract(points = 1)
    void addsUp() {
        @class@ sum = new @class@();
        sum.add(2);
        sum.add(-3);
        assertThat(sum.total()).as("2 - 3").isEqualTo(-1);
    }

    @Contract(points = 1, fault = Fault.STATIC_SHARED)
    void instancesAreIndependent() {
        new @class@().add(1);
        assertThat(new @class@().total()).as("a second one, after the first went to 1").isZero();
    }

    @Explore(points = 1, fault = Fault.LOST_UPDATE)
    void noAdditionIsLost() {
        @class@ sum = new @class@();
        inParallel(() -> sum.add(1), () -> sum.add(2));
        assertThat(sum.total()).as("1 + 2").isEqualTo(3);
    }

    @Explore(points = 1, fault = Fault.UNLOCKED_READ)
    void aReaderSeesOnlyTotalsThatWereThere() {
        @class@ sum = new @class@();
        inParallel(() -> sum.add(1), () -> assertThat(sum.total()).isIn(0L, 1L));
    }
}
