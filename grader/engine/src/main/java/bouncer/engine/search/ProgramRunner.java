package bouncer.engine.search;

import bouncer.engine.ExecutionJudge;
import bouncer.engine.Limits;
import bouncer.engine.Program;
import bouncer.engine.carrier.Carrier;
import bouncer.engine.instrument.Loader;
import bouncer.engine.instrument.StaticInitializers;
import bouncer.engine.library.Models;
import bouncer.engine.model.DeterministicIds;
import bouncer.engine.model.Lifecycle;
import bouncer.engine.model.ModelTask;
import bouncer.engine.model.ModelThread;
import bouncer.engine.run.Execution;
import bouncer.engine.run.ExecutionListener;
import bouncer.engine.run.Sneaky;
import bouncer.engine.schedule.Scheduler;
import bouncer.engine.trace.ExecutionReport;
import bouncer.engine.trace.Recorder;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** A program, loaded and instrumented, that can be run again and again. Used by one thread. */
final class ProgramRunner {
    private final Program program;
    private final LibraryTreatment library;
    private final Carrier carrier;
    private final boolean recording;
    private Loaded loaded;
    private @Nullable ExecutionJudge judge;
    private int flushers;
    private boolean settled;

    /** The classes of the program, and how its main class is made and run. */
    private record Loaded(
            Loader loader, StaticInitializers statics, Class<?> type, MethodHandle make, MethodHandle main) {}

    ProgramRunner(Program program, LibraryTreatment library, Carrier carrier, boolean recording) {
        this.program = program;
        this.library = library;
        this.carrier = carrier;
        this.recording = recording;
        loaded = load();
    }

    private Loaded load() {
        Loader loader = new Loader(program, library.classes(), recording, library.openInitialisers());
        try {
            Class<?> type = Class.forName(program.className(), false, loader);
            if (!loader.owns(type)) {
                throw new IllegalArgumentException("The source does not have " + program.className());
            }
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            MethodHandle make = lookup.findConstructor(type, MethodType.methodType(void.class))
                    .asType(MethodType.methodType(Object.class));
            MethodHandle main = lookup.unreflect(method(type, program.methodName()))
                    .asType(MethodType.methodType(void.class, Object.class));
            return new Loaded(loader, new StaticInitializers(loader), type, make, main);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "There is no " + program.className() + "." + program.methodName() + "() to run", e);
        }
    }

    private static Method method(Class<?> type, String name) throws NoSuchMethodException {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            for (Method method : at.getDeclaredMethods()) {
                if (method.getName().equals(name) && method.getParameterCount() == 0) {
                    return method;
                }
            }
        }
        throw new NoSuchMethodException(name);
    }

    Loader loader() {
        return loaded.loader;
    }

    /** Lets a judge decide from now on whether an execution that ended by itself is right; null for none. */
    void judgedBy(@Nullable ExecutionJudge other) {
        judge = other;
    }

    /** Lets the next execution decide anew how many store buffers each thread needs. */
    void unsettle() {
        settled = false;
    }

    /**
     * Runs it once. An execution in which a class is used for the first time differs from the others: enums and
     * interfaces set up their static state on the way, and static initialisers turn out to be open. So it does not
     * count, and the same schedule is run again. One that ends within the initialiser of an enum or interface leaves
     * that class in error for the life of its loader, and so is the last one of the loader.
     */
    ExecutionReport run(Limits limits, Scheduler scheduler, boolean plainVisible) {
        while (true) {
            int known = loaded.loader.used();
            // Tasks have the same numbers in all executions that are compared with each other.
            flushers = settled ? flushers : loaded.loader.lanes();
            ExecutionReport report = once(limits, scheduler, plainVisible);
            boolean spoilt = loaded.loader.isSpoilt();
            if (spoilt || loaded.loader.used() == known) {
                flushers = settled ? flushers : loaded.loader.lanes();
                settled = true;
                loaded = spoilt ? load() : loaded;
                return report;
            }
            scheduler.discardExecution();
        }
    }

    private ExecutionReport once(Limits limits, Scheduler scheduler, boolean plainVisible) {
        Loader loader = loaded.loader;
        Recorder recorder = recording ? new Recorder(loader::owns) : null;
        ExecutionListener listener = recorder == null ? ExecutionListener.NONE : recorder;
        Execution execution = new Execution(
                limits,
                scheduler,
                carrier,
                plainVisible,
                library.plainVisible(),
                listener,
                loaded.statics,
                loader.outliving());
        DeterministicIds.renew(library.variation());
        Models.begin();
        Thread thread = new ModelThread(null, null, "main", 0, false);
        try {
            loaded.statics.reset();
        } catch (Throwable e) {
            throw new IllegalStateException("Static fields can't be cleared", e);
        }
        Lifecycle.main(execution, thread, this::body, flushers);
        ExecutionReport[] report = new ExecutionReport[1];
        execution.run(() -> report[0] = ExecutionReport.of(execution, recorder, judge));
        return report[0];
    }

    private void body() {
        try {
            ModelTask.here().uses(loaded.type, false);
            loaded.main.invokeExact((Object) loaded.make.invokeExact());
        } catch (Throwable e) {
            throw Sneaky.sneaky(e);
        }
    }
}
