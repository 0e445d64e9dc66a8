package bouncer.app.cli;

import bouncer.app.board.EditDistance;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Answers a mistyped command with two lines instead of a page of help. Immutable.
 *
 * @param otherwise handles every other mistake
 */
record UnknownCommand(IParameterExceptionHandler otherwise) implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException exception, String[] arguments) throws Exception {
        CommandLine line = exception.getCommandLine();
        if (line.getParent() != null || !(exception instanceof UnmatchedArgumentException unmatched)) {
            return otherwise.handleParseException(exception, arguments);
        }
        String bouncer = System.getProperty("bouncer.command", "./bouncer");
        String typed = unmatched.getUnmatched().get(0);
        String near = line.getSubcommands().keySet().stream()
                .filter(command -> command.startsWith(typed) || isNear(command, typed))
                .findFirst()
                .map(command -> " Did you mean " + bouncer + " " + command + "?")
                .orElse("");
        line.getErr().println("bouncer: There is no command '" + typed + "'." + near);
        line.getErr().println("The board: " + bouncer + "   All commands: " + bouncer + " help");
        return ExitCode.USAGE;
    }

    private static boolean isNear(String command, String typed) {
        return EditDistance.between(command, typed) <= 2;
    }
}
