package bouncer.clients.plan;

import bouncer.checks.specification.ObjectContract;
import bouncer.checks.specification.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Client programs as text for students. Stateless.
 *
 * @param contract the contract that names the operations
 */
public record ClientText(ObjectContract<?, ?> contract) {
    /** More turns of the same kinds in a row are not all shown. */
    private static final int MANY = 6;

    private static final String[] NAMES = {"a", "b", "c", "d"};

    /** Returns a program as one line: its turns in order, those at the same time in braces. */
    public String of(Client client) {
        List<String> parts = new ArrayList<>();
        String made = client.objects().stream()
                .limit(2)
                .map(number -> contract.takesNumber() ? number(number) : "")
                .distinct()
                .collect(Collectors.joining(", "));
        if (contract.takesNumber()) {
            parts.add(contract.constructorName() + "(" + made + ")");
        }
        for (Client.MakingKind kind : client.making()) {
            if (kind == Client.MakingKind.MISSING) {
                parts.add("the factory is null");
            } else if (kind != Client.MakingKind.MAKES) {
                parts.add("the factory " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " at call "
                        + (client.making().indexOf(kind) + 1));
            }
        }
        boolean several = client.objects().size() > 1;
        List<String> turns = new ArrayList<>();
        for (Turn turn : client.turns()) {
            turns.add(
                    client.variant().is(Client.Kind.HELD) && turn instanceof Turn.Together together
                            ? held(together, several)
                            : of(turn, several));
        }
        parts.addAll(shortened(turns));
        return String.join("  |  ", parts);
    }

    /** Leaves out what is more of the same: calls of one or two kinds, as often as they may be. */
    private static List<String> shortened(List<String> all) {
        List<String> some = new ArrayList<>();
        int at = 0;
        while (at < all.size()) {
            int end = at;
            while (end < all.size() && (end < at + 2 || kind(all.get(end)).equals(kind(all.get(end - 2))))) {
                end++;
            }
            if (end - at > MANY) {
                some.addAll(all.subList(at, at + 2));
                some.add("... " + String.format(Locale.ROOT, "%,d", end - at - 4) + " more like these ...");
                some.addAll(all.subList(end - 2, end));
                at = end;
            } else {
                some.add(all.get(at));
                at++;
            }
        }
        return some;
    }

    /** A turn without the name of its object. */
    private static String kind(String turn) {
        return turn.replaceAll("(?:object \\d+|\\b[a-d])\\.", "").replaceAll("object \\d+", "");
    }

    /** The first one is stopped, so the others come after it. */
    private String held(Turn.Together together, boolean several) {
        List<String> lanes = new ArrayList<>();
        together.lanes().forEach(lane -> lanes.add(lane(lane, several)));
        lanes.set(0, lanes.get(0) + ", stopped on its way");
        return String.join("  |  ", lanes);
    }

    private String of(Turn turn, boolean several) {
        if (turn instanceof Turn.Call call) {
            return name(call.thread()) + ": " + call(call, several);
        } else if (turn instanceof Turn.Interrupt interrupt) {
            return name(interrupt.thread()) + " is interrupted";
        } else if (turn instanceof Turn.Pass pass) {
            return duration(pass.nanos()) + " later";
        } else if (turn instanceof Turn.Together together) {
            return together.lanes().stream()
                    .map(lane -> lane(lane, several))
                    .collect(Collectors.joining(" beside ", "{ ", " }"));
        }
        return "the factory goes on";
    }

    private String lane(Turn.Lane lane, boolean several) {
        List<String> all = new ArrayList<>();
        lane.turns().forEach(turn -> all.add(turn instanceof Turn.Call call ? call(call, several) : of(turn, several)));
        String calls = String.join("; ", shortened(all));
        return lane.thread() < 0 ? calls : name(lane.thread()) + ": " + calls;
    }

    private static String duration(long nanos) {
        long millis = nanos / 1_000_000;
        return millis < 10_000 ? millis + " ms" : millis / 1000 + " s";
    }

    /** Returns the name of a caller. */
    public static String name(int thread) {
        return "T" + (thread + 1);
    }

    /** Returns a call as a student would write it. */
    public String call(Turn.Call call, boolean several) {
        Operation<?, ?> operation = contract.operations().get(call.operation());
        String arguments = switch (operation.takes()) {
            case NOTHING -> "";
            case NUMBER -> number(call.number());
            case OTHER -> object(call.other());
            case OTHER_AND_NUMBER -> object(call.other()) + ", " + number(call.number());
            case TIMEOUT -> String.valueOf(call.limit());
            case RESOURCE -> resource(call.resource());
        };
        return (several ? object(call.object()) + "." : "") + operation.name() + "(" + arguments + ")";
    }

    private static String number(long number) {
        if (number == Long.MIN_VALUE) {
            return "Long.MIN_VALUE";
        }
        return number == Long.MAX_VALUE
                ? "Long.MAX_VALUE"
                : String.format(Locale.ROOT, "%,d", number).replace(',', '_');
    }

    private static String object(int index) {
        return index < 0 ? "null" : index < NAMES.length ? NAMES[index] : "object " + (index + 1);
    }

    private static String resource(Turn.@org.jspecify.annotations.Nullable ResourceChoice choice) {
        if (choice == null) {
            return "";
        }
        return switch (choice) {
            case MINE -> "its own";
            case THEIRS -> "another thread's";
            case RETURNED -> "one returned before";
            case NULL -> "null";
            case STRANGE -> "a stranger's";
        };
    }
}
