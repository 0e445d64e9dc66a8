package bouncer.engine.search;

import bouncer.engine.ExecutionJudge;
import bouncer.engine.Program;
import bouncer.engine.carrier.Carrier;
import org.jspecify.annotations.Nullable;

/** A program that is loaded once for all its explorations, and once more if a failure has to be recorded. */
final class LoadedProgram {
    private final Program program;
    private final LibraryTreatment library;
    private final Carrier carrier;
    private final ProgramRunner plain;
    private @Nullable ProgramRunner recording;
    private @Nullable ExecutionJudge judge;

    LoadedProgram(Program program, LibraryTreatment library, Carrier carrier) {
        this.program = program;
        this.library = library;
        this.carrier = carrier;
        this.plain = new ProgramRunner(program, library, carrier, false);
    }

    Program program() {
        return program;
    }

    LibraryTreatment library() {
        return library;
    }

    Carrier carrier() {
        return carrier;
    }

    ProgramRunner plain() {
        return plain;
    }

    /** Returns the program as it is instrumented for recording; loads it at the first call. */
    ProgramRunner recording() {
        ProgramRunner known = recording;
        if (known == null) {
            known = new ProgramRunner(program, library, carrier, true);
            known.judgedBy(judge);
            recording = known;
        }
        return known;
    }

    void judgedBy(ExecutionJudge other) {
        judge = other;
        plain.judgedBy(other);
        if (recording != null) {
            recording.judgedBy(other);
        }
    }
}
