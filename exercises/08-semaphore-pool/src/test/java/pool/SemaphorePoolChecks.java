package pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bouncer.checks.api.Contract;
import bouncer.checks.api.Exercise;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

@Exercise("08-semaphore-pool")
class SemaphorePoolChecks {

    @Contract(points = 15)
    void lendsAndTakesBack() throws Exception {
        SemaphorePool<Object> pool = new SemaphorePool<>(2, Object::new);
        Object one = pool.acquire();
        Object two = pool.acquire(0, TimeUnit.SECONDS);
        assertThat(one == two).as("the same resource lent twice").isFalse();
        assertThatThrownBy(() -> pool.acquire(0, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        pool.release(one);
        assertThat(pool.available()).isEqualTo(1);
    }
}
