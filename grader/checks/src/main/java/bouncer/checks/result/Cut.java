package bouncer.checks.result;

/** Shortens texts. Stateless. */
public final class Cut {
    private Cut() {}

    /**
     * Returns the text if it is short enough, else its beginning followed by " …". A surrogate pair is never split,
     * since half of one cannot be encoded as UTF-8.
     *
     * @param most the largest number of UTF-16 code units to keep, at least 1
     */
    public static String to(int most, String text) {
        if (text.length() <= most) {
            return text;
        }
        boolean pair = Character.isHighSurrogate(text.charAt(most - 1)) && Character.isLowSurrogate(text.charAt(most));
        return text.substring(0, pair ? most - 1 : most) + " …";
    }
}
