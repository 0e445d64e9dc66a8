package bouncer.engine.carrier;

import bouncer.engine.Limits.CarrierKind;

/** Opens carriers. */
public final class Carriers {
    private Carriers() {}

    /** A carrier of a kind. */
    public static Carrier open(CarrierKind kind) {
        return switch (kind) {
            case PARK, BEST -> new ParkCarrier();
            case CONTINUATION -> throw new UnsupportedOperationException("not yet");
        };
    }
}
