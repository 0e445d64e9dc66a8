package bouncer.engine.carrier;

import bouncer.engine.Limits.CarrierKind;

/** Opens carriers. */
public final class Carriers {
    private Carriers() {}

    /** Found out once, on first use. */
    private static final class Continuations {
        static final boolean WORK = ContinuationCarrier.works();
    }

    /**
     * Opens a carrier of a kind.
     *
     * @throws UnsupportedOperationException if this JVM does not offer it
     */
    public static Carrier open(CarrierKind kind) {
        return switch (kind) {
            case PARK -> new ParkCarrier();
            case BEST -> Continuations.WORK ? new ContinuationCarrier() : new ParkCarrier();
            case CONTINUATION -> {
                if (!Continuations.WORK) {
                    throw new UnsupportedOperationException(
                            "This JVM offers no continuations: it takes JDK 21 and --add-exports java.base/jdk.internal.vm=ALL-UNNAMED");
                }
                yield new ContinuationCarrier();
            }
        };
    }
}
