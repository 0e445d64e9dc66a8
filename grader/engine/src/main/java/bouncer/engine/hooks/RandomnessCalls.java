package bouncer.engine.hooks;

import bouncer.engine.model.ChanceRandom;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls that draw random numbers come here instead: the same numbers are drawn in every run of a schedule. */
public final class RandomnessCalls {
    private RandomnessCalls() {}

    private static Random random() {
        return new ChanceRandom();
    }

    /** Calls of {@code Math} and {@code StrictMath}. */
    public static final class OfMath {
        private OfMath() {}

        public static double random() {
            return RandomnessCalls.random().nextDouble();
        }
    }

    /** Calls of {@code UUID}. */
    public static final class OfUuid {
        private OfUuid() {}

        public static UUID randomUUID() {
            byte[] name = new byte[16];
            RandomnessCalls.random().nextBytes(name);
            long high = 0;
            long low = 0;
            for (int i = 0; i < 8; i++) {
                high = high << 8 | (name[i] & 0xFF);
                low = low << 8 | (name[i + 8] & 0xFF);
            }
            // Version 4, variant 2, as those of the JDK.
            return new UUID((high & ~0xF000L) | 0x4000L, (low & ~(0xC0L << 56)) | 0x80L << 56);
        }
    }

    /** Calls of {@code Collections}. */
    public static final class OfCollections {
        private OfCollections() {}

        public static void shuffle(@Nullable List<?> list) {
            Collections.shuffle(java.util.Objects.requireNonNull(list), RandomnessCalls.random());
        }
    }
}
