package bouncer.engine.search;

import bouncer.engine.Limits;
import bouncer.engine.Program;
import bouncer.engine.carrier.Carrier;
import bouncer.engine.instrument.Loader;
import bouncer.engine.instrument.StaticInitializers;
import bouncer.engine.library.Models;
import bouncer.engine.model.DeterministicIds;
import bouncer.engine.model.Lifecycle;
import bouncer.engine.model.ModelThread;
import bouncer.engine.run.Execution;
import bouncer.engine.run.ExecutionListener;
import bouncer.engine.run.Sneaky;
import bouncer.engine.schedule.NondeterminismException;
import bouncer.engine.schedule.Scheduler;
import bouncer.engine.trace.ExecutionReport;
import bouncer.engine.trace.Recorder;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;

/** A program, loaded and instrumented, that can be run again and again. Used by one thread. */
final class ProgramRunner {
    private final Loader loader;
    private final StaticInitializers statics;
    private final Carrier carrier;
    private final boolean recording;
    private final boolean libraryVisible;
    private final MethodHandle make;
    private final MethodHandle main;
    private int flushers;
    private boolean settled;

    ProgramRunner(Program program, LibraryTreatment library, Carrier carrier, boolean recording) {
        this.libraryVisible = library.plainVisible();
        this.loader = new Loader(program, library.classes(), recording);
        this.statics = new StaticInitializers(loader);
        this.carrier = carrier;
        this.recording = recording;
        try {
            Class<?> type = Class.forName(program.className(), false, loader);
            if (!loader.owns(type)) {
                throw new IllegalArgumentException("The source does not have " + program.className());
            }
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            make = lookup.findConstructor(type, MethodType.methodType(void.class))
                    .asType(MethodType.methodType(Object.class));
            main = lookup.unreflect(method(type, program.methodName()))
                    .asType(MethodType.methodType(void.class, Object.class));
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
        return loader;
    }

    /**
     * Runs it once. An execution in which a class is used for the first time differs from the others: one of its
     * threads sets up the static state on the way. So it does not count, and the same schedule is run again.
     */
    ExecutionReport run(Limits limits, Scheduler scheduler, boolean plainVisible) {
        while (true) {
            int known = loader.used();
            // Tasks have the same numbers in all executions that are compared with each other.
            flushers = settled ? flushers : loader.lanes();
            ExecutionReport report = once(limits, scheduler, plainVisible);
            if (loader.used() == known) {
                flushers = settled ? flushers : loader.lanes();
                settled = true;
                return report;
            }
            scheduler.discardExecution();
        }
    }

    private ExecutionReport once(Limits limits, Scheduler scheduler, boolean plainVisible) {
        Recorder recorder = recording ? new Recorder(loader::owns) : null;
        ExecutionListener listener = recorder == null ? ExecutionListener.NONE : recorder;
        Execution execution =
                new Execution(limits, scheduler, carrier, plainVisible, libraryVisible, listener, loader.outliving());
        DeterministicIds.renew();
        Thread thread = new ModelThread(null, null, "main", 0, false);
        try {
            statics.reset();
        } catch (Throwable e) {
            String what = e.getClass().getName();
            throw new NondeterminismException("A static initialiser fails when it is run again (" + what + ")", e);
        }
        Models.begin();
        Lifecycle.main(execution, thread, this::body, flushers);
        ExecutionReport[] report = new ExecutionReport[1];
        execution.run(() -> report[0] = ExecutionReport.of(execution, recorder));
        return report[0];
    }

    private void body() {
        try {
            main.invokeExact((Object) make.invokeExact());
        } catch (Throwable e) {
            throw Sneaky.sneaky(e);
        }
    }
}
