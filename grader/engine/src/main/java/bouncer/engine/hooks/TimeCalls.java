package bouncer.engine.hooks;

import bouncer.engine.model.ModelTask;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** The clock of the classes of {@code java.time} in instrumented code, which shows virtual time. */
public final class TimeCalls {
    private TimeCalls() {}

    /** The virtual clock in a zone. */
    private static final class Virtual extends Clock {
        private final ZoneId zone;

        Virtual(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Virtual(other);
        }

        @Override
        public Instant instant() {
            ModelTask task = ModelTask.controlled();
            return task == null ? Instant.now() : task.virtualClock().instant();
        }
    }

    /** Calls of {@code Clock}. */
    public static final class OfClock {
        private OfClock() {}

        public static Clock systemUTC() {
            return new Virtual(ZoneOffset.UTC);
        }

        public static Clock systemDefaultZone() {
            return new Virtual(ZoneId.systemDefault());
        }

        public static Clock system(ZoneId zone) {
            return new Virtual(zone);
        }
    }

    /** Calls of {@code Instant}. */
    public static final class OfInstant {
        private OfInstant() {}

        public static Instant now() {
            return OfClock.systemUTC().instant();
        }
    }

    /** Calls of {@code LocalDate}. */
    public static final class OfDate {
        private OfDate() {}

        public static LocalDate now() {
            return LocalDate.now(OfClock.systemDefaultZone());
        }
    }

    /** Calls of {@code LocalTime}. */
    public static final class OfTime {
        private OfTime() {}

        public static LocalTime now() {
            return LocalTime.now(OfClock.systemDefaultZone());
        }
    }

    /** Calls of {@code LocalDateTime}. */
    public static final class OfDateTime {
        private OfDateTime() {}

        public static LocalDateTime now() {
            return LocalDateTime.now(OfClock.systemDefaultZone());
        }
    }

    /** Calls of {@code ZonedDateTime}. */
    public static final class OfZoned {
        private OfZoned() {}

        public static ZonedDateTime now() {
            return ZonedDateTime.now(OfClock.systemDefaultZone());
        }
    }
}
