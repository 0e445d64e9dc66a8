package bouncer.checks.result;

/** Cuts texts to a length. Stateless, thread-safe. */
public final class Cut {
    private Cut() {}

    /**
     * Returns the text, or its beginning with " …" behind it. A surrogate pair is never cut in two: half of one cannot be
     * written as UTF-8.
     *
     * @param most UTF-16 units that are kept, 1 or more
     */
    public static String to(int most, String text) {
        if (text.length() <= most) {
            return text;
        }
        boolean pair = Character.isHighSurrogate(text.charAt(most - 1)) && Character.isLowSurrogate(text.charAt(most));
        return text.substring(0, pair ? most - 1 : most) + " …";
    }
}
