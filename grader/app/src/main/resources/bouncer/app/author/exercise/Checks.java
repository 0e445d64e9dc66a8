package @package@;

import static bouncer.checks.Parallel.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.Contract;
import bouncer.checks.ChecksFor;
import bouncer.checks.Explore;
import bouncer.checks.Fault;

/** TODO: a check for each sentence of the contract, and a scenario that can show each likely fault. */
@ChecksFor("@slug@")
class @class@Checks {

    @Contract(points = 1, title = "The sum is that of all amounts")
    void addsUp() {
        @class@ sum = new @class@();
        sum.add(2);
        sum.add(-3);
        assertThat(sum.total()).as("2 - 3").isEqualTo(-1);
    }

    @Contract(points = 1, title = "Two sums are independent", fault = Fault.STATIC_SHARED)
    void instancesAreIndependent() {
        new @class@().add(1);
        assertThat(new @class@().total()).as("a second sum, after 1 was added to the first").isZero();
    }

    @Explore(points = 1, title = "No addition is lost", fault = Fault.LOST_UPDATE)
    void noAdditionIsLost() {
        @class@ sum = new @class@();
        inParallel(() -> sum.add(1), () -> sum.add(2));
        assertThat(sum.total()).as("1 + 2").isEqualTo(3);
    }

    @Explore(points = 1, title = "total returns only values that the sum had", fault = Fault.UNLOCKED_READ)
    void aReaderSeesOnlyTotalsThatWereThere() {
        @class@ sum = new @class@();
        inParallel(() -> sum.add(1), () -> assertThat(sum.total()).isIn(0L, 1L));
    }
}
