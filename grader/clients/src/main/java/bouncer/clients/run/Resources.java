package bouncer.clients.run;

import bouncer.checks.SneakyThrow;
import bouncer.checks.specification.Making;
import bouncer.checks.specification.Resource;
import bouncer.clients.history.CallRecord;
import bouncer.clients.history.MakerCall;
import bouncer.clients.plan.Client.MakingKind;
import bouncer.engine.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The maker of resources of one execution, and the resources that it has made. All resources are lists, which are
 * equal at first and change when they are used, so that a class under test must tell them apart by identity. Confined to
 * the threads of the execution.
 */
final class Resources {
    /** In place of a resource: there is none to choose. */
    static final Object NONE = new Object();

    private static final String USED = "used";

    private final List<MakingKind> kinds;
    private final List<List<Object>> made = new ArrayList<>();
    private final List<Object> strange = new ArrayList<>(List.of(USED));
    private final Object gate = new Object();
    private int callsOfMaker;
    private boolean open;

    /** What a maker throws without declaring it. */
    private static final class Undeclared extends Exception {
        private static final long serialVersionUID = 1L;

        Undeclared() {
            super("the maker failed");
        }
    }

    Resources(List<MakingKind> kinds) {
        this.kinds = kinds;
    }

    Object strange() {
        return strange;
    }

    boolean isResource(@Nullable Object value) {
        return value != null && (value == strange || made.stream().anyMatch(one -> one == value));
    }

    /** A caller uses what it has got, which has another hash code from then on. */
    void use(Object resource) {
        made.stream().filter(one -> one == resource).forEach(one -> one.add(USED));
    }

    /** Returns the description of a resource. */
    Resource describe(Object value) {
        for (int i = 0; i < made.size(); i++) {
            if (made.get(i) == value) {
                return new Resource(i);
            }
        }
        return new Resource(-1);
    }

    /** Returns the description of a resource, or the value itself if it is none. */
    @Nullable
    Object describeIfMade(@Nullable Object value) {
        return value != null && isResource(value) ? describe(value) : value;
    }

    /** Lets all makers that wait go on, now and later. */
    void letAll() {
        Model.relaxed(gate, true, () -> open = true);
    }

    Supplier<Object> maker(ClientExecution execution) {
        return () -> {
            CallRecord call = execution.callUnderWay();
            MakerCall record = call == null ? new MakerCall() : call.making();
            MakingKind kind = Model.relaxed(kinds, true, () -> {
                int index = callsOfMaker++;
                return index < kinds.size() ? kinds.get(index) : MakingKind.MAKES;
            });
            try {
                Object resource = make(kind);
                Making making = new Making(resource == null ? null : describe(resource), null);
                record.ended(making, null);
                return resource;
            } catch (Throwable e) {
                Model.rethrowEnd(e);
                record.ended(new Making(null, e.getClass()), e);
                throw SneakyThrow.sneaky(e);
            }
        };
    }

    @SuppressWarnings("NullAway") // to return null is one of the things that a maker may do wrongly
    private Object make(MakingKind kind) throws Throwable {
        switch (kind) {
            case THROWS -> throw new IllegalStateException("the maker failed");
            case FAILS -> throw new AssertionError("the maker failed");
            case SNEAKS -> throw new Undeclared();
            case RETURNS_NULL -> {
                return null;
            }
            case WAITS -> Model.await(gate, "the maker to go on", () -> open, () -> true);
            case MAKES, MISSING -> {}
        }
        List<Object> resource = new ArrayList<>();
        made.add(resource);
        return resource;
    }
}
