package bouncer.app.board;

/**
 * The Levenshtein distance: the number of insertions, deletions and replacements that turn one word into another (V. I.
 * Levenshtein, "Binary codes capable of correcting deletions, insertions, and reversals", 1966). Stateless.
 */
public final class EditDistance {
    private EditDistance() {}

    /** Returns the distance of two words, in UTF-16 code units. */
    public static int between(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] here = new int[to.length() + 1];
            here[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                here[column] = Math.min(replaced, 1 + Math.min(above[column], here[column - 1]));
            }
            above = here;
        }
        return above[to.length()];
    }
}
