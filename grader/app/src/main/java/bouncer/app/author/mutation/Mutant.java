package bouncer.app.author.mutation;

/**
 * A source file with one change. Immutable.
 *
 * @param operator the mutation operator, such as {@code drop-synchronized}
 * @param file path of the file below the source root
 * @param line the line of the change, from 1
 * @param number distinguishes mutants of one operator on one line, from 1
 * @param before the original source
 * @param after the mutated source, with the same number of lines
 */
public record Mutant(String operator, String file, int line, int number, String before, String after) {

    /** Returns the mutant's id: operator and line, and its number if that is not 1. */
    public String id() {
        return operator + "@" + line + (number == 1 ? "" : "." + number);
    }

    /** Returns the lines that differ: old ones with a minus in front, new ones with a plus. */
    public String diff() {
        String[] old = before.split("\n", -1);
        String[] now = after.split("\n", -1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(old.length, now.length); i++) {
            if (!old[i].equals(now[i])) {
                text.append("  ")
                        .append(i + 1)
                        .append(" - ")
                        .append(old[i].strip())
                        .append('\n');
                text.append("  ")
                        .append(i + 1)
                        .append(" + ")
                        .append(now[i].strip())
                        .append('\n');
            }
        }
        return text.toString();
    }
}
