package bouncer.engine.memory;

import static bouncer.engine.memory.AccessKind.ADD;
import static bouncer.engine.memory.AccessKind.READ;
import static bouncer.engine.memory.AccessKind.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessKindTest {
    @Test
    void readsAdditionsAndReleasesCommuteWithTheirLikeOnly() {
        Set<AccessKind> commute = EnumSet.of(READ, ADD, RELEASE);
        for (AccessKind one : AccessKind.values()) {
            for (AccessKind other : AccessKind.values()) {
                assertThat(one.conflictsWith(other)).isNotEqualTo(one == other && commute.contains(one));
                assertThat(one.conflictsWith(other)).isEqualTo(other.conflictsWith(one));
            }
        }
    }

    @Test
    void theOrdinalLeadsBack() {
        for (AccessKind each : AccessKind.values()) {
            assertThat(AccessKind.of(each.ordinal())).isSameAs(each);
        }
    }
}
