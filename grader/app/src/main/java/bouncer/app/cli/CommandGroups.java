package bouncer.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Groups the commands in the help by the people who use them. Stateless. */
final class CommandGroups {
    private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put(
                "To work on an exercise",
                List.of("check", "watch", "list", "hint", "show", "reset", "schedule", "replay", "demo", "solution"));
        GROUPS.put("To grade", List.of("grade", "batch", "merge", "handout"));
        GROUPS.put("To write exercises", List.of("new", "doctor", "mutate"));
        GROUPS.put("Help", List.of("help"));
    }

    private CommandGroups() {}

    /** Returns every command that is in a group. */
    static List<String> commands() {
        return GROUPS.values().stream().flatMap(List::stream).toList();
    }

    /** Replaces the list of commands in this command line's help. */
    static void install(CommandLine line) {
        line.getHelpSectionMap().remove(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING);
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, CommandGroups::write);
    }

    private static String write(Help help) {
        StringBuilder text = new StringBuilder();
        GROUPS.forEach((title, commands) -> {
            text.append(String.format("%n%s:%n", title));
            Help.TextTable table = Help.TextTable.forColumns(
                    help.colorScheme(),
                    new Help.Column(12, 2, Help.Column.Overflow.SPAN),
                    new Help.Column(68, 1, Help.Column.Overflow.WRAP));
            for (String command : commands) {
                CommandLine.Help of = help.subcommands().get(command);
                if (of != null) {
                    String[] description = of.commandSpec().usageMessage().description();
                    table.addRowValues(command, description.length == 0 ? "" : description[0]);
                }
            }
            text.append(table);
        });
        return text.toString();
    }
}
