package bouncer.engine.search;

import bouncer.engine.ExecutionJudge;
import bouncer.engine.Exploration;
import bouncer.engine.Limits;
import bouncer.engine.Program;
import bouncer.engine.Replay;
import bouncer.engine.Session;
import bouncer.engine.carrier.Carrier;
import bouncer.engine.carrier.Carriers;
import bouncer.engine.carrier.Pinned;
import bouncer.engine.jdk.LibraryClasses;

/** The session of {@link Session#open}. Used by one thread. */
public final class ExplorationSession implements Session {
    private final Program program;
    private Limits.CarrierKind kind;
    private LibraryTreatment library = new LibraryTreatment(LibraryClasses.standard(), false);
    private Carrier carrier;
    private LoadedProgram loaded;
    private boolean chance;

    /** Loads a program. */
    public ExplorationSession(Program program, Limits.CarrierKind kind) {
        this.program = program;
        this.kind = kind;
        this.carrier = Carriers.open(kind);
        this.loaded = load();
    }

    private LoadedProgram load() {
        return new LoadedProgram(program, library, carrier);
    }

    @Override
    public Exploration explore(Limits limits, ExecutionJudge judge) {
        return Search.alone(() -> {
            while (true) {
                try {
                    vary(limits.variation());
                    loaded.judgedBy(judge);
                    Search search = new Search(loaded, limits);
                    Exploration found = search.answer();
                    chance |= search.seesChance();
                    if (search.libraryRaces()) {
                        library = library.visible();
                    } else if (!search.initialiserOpened()) {
                        return found;
                    }
                    loaded = load();
                } catch (Pinned e) {
                    park(limits);
                }
            }
        });
    }

    private void vary(int variation) {
        if (library.variation() != variation) {
            library = library.varied(variation);
            loaded = load();
        }
    }

    @Override
    public boolean seesChance() {
        return chance;
    }

    @Override
    public Replay replay(Limits limits, ExecutionJudge judge, String text) {
        Token token = Token.parse(text);
        return Search.alone(() -> {
            while (true) {
                try {
                    library = new LibraryTreatment(LibraryClasses.standard(), token.libraryVisible())
                            .varied(token.variation());
                    loaded = load();
                    loaded.judgedBy(judge);
                    FailureMinimizer explanation =
                            new FailureMinimizer(program, loaded.library(), limits, carrier, loaded::recording);
                    return Search.replay(explanation, token);
                } catch (Pinned e) {
                    park(limits);
                }
            }
        });
    }

    /** Threads replace continuations from now on, because the program pins one. */
    private void park(Limits limits) {
        Limits.CarrierKind parked = Search.parked(limits.withCarrier(kind));
        carrier.close();
        kind = parked;
        carrier = Carriers.open(kind);
        loaded = load();
    }

    @Override
    public void close() {
        carrier.close();
    }
}
