package bouncer.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CpuPinningTest {
    @Test
    void aListOfProcessorsIsReadAsTheKernelWritesIt() {
        assertThat(CpuPinning.parse("0-3,8")).containsExactly(0, 1, 2, 3, 8);
        assertThat(CpuPinning.parse("5")).containsExactly(5);
    }

    @Test
    void aProcessorIsHeldOnceUntilItIsGivenBack() {
        List<CpuPinning.Held> held = new ArrayList<>();
        for (Optional<CpuPinning.Held> next = CpuPinning.hold(); next.isPresent(); next = CpuPinning.hold()) {
            held.add(next.orElseThrow());
        }
        try {
            assertThat(new HashSet<>(held)).hasSameSizeAs(held);
            if (!held.isEmpty()) {
                CpuPinning.Held last = held.remove(held.size() - 1);
                last.close();
                assertThat(CpuPinning.hold()).contains(last);
                held.add(last);
            }
        } finally {
            held.forEach(CpuPinning.Held::close);
        }
    }
}
