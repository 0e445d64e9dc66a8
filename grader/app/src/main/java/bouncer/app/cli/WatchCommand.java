package bouncer.app.cli;

import bouncer.app.board.RunText;
import bouncer.app.catalogue.Room;
import bouncer.app.pipeline.Grading;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.watch.Round;
import bouncer.app.watch.SaveBenchmark;
import bouncer.app.watch.Saves;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bouncer watch}: judges at every save; single keys do the rest. */
@Command(
        name = "watch",
        description = "Judges your class at every save; press a key for the rest.",
        mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {
    private static final long TICK_MILLIS = 100;
    private static final String KEYS = "n next  h hint  l list  c check all  r show the last run  x reset  q quit";

    @Parameters(paramLabel = "SLUG", arity = "0..1", description = "the exercise to begin with")
    private @Nullable String slug;

    @Option(names = "--benchmark", description = "measure the time from a save to the verdict, and end")
    private boolean benchmark;

    private boolean quit;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (Desk desk = Desk.open()) {
            Room room = desk.room(slug);
            if (benchmark) {
                SaveBenchmark.run(desk.house(), room, desk.workbench().sources(room), System.out::println);
                return ExitCode.ACCEPTED;
            }
            desk.house().warmUp();
            try (Terminal terminal =
                    TerminalBuilder.builder().system(true).dumb(true).build()) {
                Attributes before = terminal.enterRawMode();
                try {
                    loop(desk, room, terminal.reader());
                } finally {
                    terminal.setAttributes(before);
                }
            }
            return ExitCode.ACCEPTED;
        }
    }

    private void loop(Desk desk, Room first, NonBlockingReader keys) throws IOException, InterruptedException {
        Room room = first;
        Saves saves = new Saves(desk.workbench().sources(room));
        judge(desk, room, saves);
        while (!quit) {
            int key = keys.read(TICK_MILLIS);
            if (key == NonBlockingReader.EOF) {
                return;
            }
            Room chosen = key > 0 ? press((char) key, desk, room, keys) : room;
            if (!chosen.equals(room)) {
                room = chosen;
                saves = new Saves(desk.workbench().sources(room));
                judge(desk, room, saves);
            } else if (saves.any()) {
                judge(desk, room, saves);
            }
        }
    }

    private Room press(char key, Desk desk, Room room, NonBlockingReader keys)
            throws IOException, InterruptedException {
        switch (Character.toLowerCase(key)) {
            case 'n' -> {
                return following(desk.house().rooms(), room);
            }
            case 'h' -> print(HintCommand.hint(desk, room, false));
            case 'l' -> print(desk.board().table(desk.paint()));
            case 'c' -> {
                for (Room each : desk.house().rooms()) {
                    desk.judge(each);
                }
                print(desk.board().write(desk.paint()));
            }
            case 'r' ->
                print(new bouncer.app.progress.LastRuns(desk.home())
                        .told(room.slug())
                        .orElse("Nothing was judged yet.\n"));
            case 'x' -> {
                print("Put " + room.slug() + " back to its original state? A copy is kept. y/N\n");
                int answer = keys.read();
                print(answer == 'y' || answer == 'Y' ? ResetCommand.reset(desk, room) : "Nothing was changed.\n");
            }
            case 'q' -> quit = true;
            default -> {}
        }
        return room;
    }

    /** The room after this one; after the last comes the first. */
    static Room following(List<Room> rooms, Room room) {
        return rooms.get((rooms.indexOf(room) + 1) % rooms.size());
    }

    private static void judge(Desk desk, Room room, Saves saves) throws IOException, InterruptedException {
        long start = System.nanoTime();
        print(String.format("%n%s ...%n", desk.paint().bold(room.slug() + "  " + room.title())));
        try (Grading grading = desk.house().grading(room, desk.home())) {
            boolean[] explained = {false};
            Round round = new Round(
                    soFar -> {
                        explained[0] = soFar.firstFinding().isPresent();
                        print(desk.remember(room, soFar, grading).text(desk, desk.paint()));
                        print(String.format(
                                "%s%n",
                                desk.paint().faint(seconds(start) + (explained[0] ? "; the rest follows" : ""))));
                    },
                    saves::any);
            Optional<ExerciseReport> report = round.judge(grading);
            if (report.isEmpty()) {
                // Saved again meanwhile: what was judged is not what is there.
                judge(desk, room, saves);
                return;
            }
            desk.remember(room, report.get(), grading);
            print(explained[0] ? RunText.checks(report.get(), desk.paint()) : "");
        }
        print(String.format("%s%n", desk.paint().faint(seconds(start) + ", waiting for a save.  " + KEYS)));
    }

    private static String seconds(long start) {
        return String.format(java.util.Locale.ROOT, "%.1f s", (System.nanoTime() - start) / 1e9);
    }

    /** A raw terminal does not go back to the left edge by itself. */
    private static void print(String text) {
        System.out.print(text.replace("\r\n", "\n").replace("\n", "\r\n"));
        System.out.flush();
    }
}
