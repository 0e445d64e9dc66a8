package bouncer.engine.search;

import bouncer.engine.model.Variation;
import bouncer.engine.schedule.ReplayScheduler;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A schedule as a short word. It holds only the choices that differ from the straight schedule, in which the current
 * thread continues while it can.
 *
 * @param plainVisible whether plain accesses of the program were steps
 * @param libraryVisible whether plain accesses of relocated classes were steps
 * @param variation the number of the values that chance had; 0 for the usual ones
 * @param program 16 bits of a hash of the program's entry class and method. A change of any other class is not noticed:
 *     so the token of a failure can be replayed on the corrected program
 * @param deviations pairs of step and choice
 */
record Token(
        boolean plainVisible,
        boolean libraryVisible,
        int variation,
        int program,
        List<ReplayScheduler.Deviation> deviations) {
    private static final int VERSION = 1;
    /** As the other, with the number of a variation behind the hash. */
    private static final int VERSION_VARIED = 2;

    private static final int LIBRARY_VISIBLE = 0x80;

    String text() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int version = variation == 0 ? VERSION : VERSION_VARIED;
        out.write((libraryVisible ? LIBRARY_VISIBLE : 0) | version << 1 | (plainVisible ? 1 : 0));
        out.write(program >> 8);
        out.write(program);
        if (variation != 0) {
            out.write(variation);
        }
        int at = 0;
        for (ReplayScheduler.Deviation deviation : deviations) {
            number(out, deviation.step() - at);
            number(out, deviation.choice());
            at = deviation.step();
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray());
    }

    private static void number(ByteArrayOutputStream out, int value) {
        int left = value;
        while (left >= 0x80) {
            out.write((left & 0x7F) | 0x80);
            left >>>= 7;
        }
        out.write(left);
    }

    static Token parse(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Not a replay token: " + text, e);
        }
        int version = bytes.length < 3 ? 0 : (bytes[0] & 0x7F) >> 1;
        boolean varied = version == VERSION_VARIED && bytes.length > 3 && bytes[3] > 0 && bytes[3] <= Variation.OTHERS;
        if (version != VERSION && !varied) {
            throw new IllegalArgumentException("Not a replay token of this version: " + text);
        }
        List<ReplayScheduler.Deviation> deviations = new ArrayList<>();
        int[] at = {varied ? 4 : 3};
        int step = 0;
        while (at[0] < bytes.length) {
            step += number(bytes, at);
            deviations.add(new ReplayScheduler.Deviation(step, number(bytes, at)));
        }
        return new Token(
                (bytes[0] & 1) != 0,
                (bytes[0] & LIBRARY_VISIBLE) != 0,
                varied ? bytes[3] : 0,
                ((bytes[1] & 0xFF) << 8) | (bytes[2] & 0xFF),
                deviations);
    }

    private static int number(byte[] bytes, int[] at) {
        int value = 0;
        for (int shift = 0; shift < 32; shift += 7) {
            if (at[0] == bytes.length) {
                throw new IllegalArgumentException("The replay token ends too early");
            }
            byte next = bytes[at[0]++];
            value |= (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("The replay token holds too large a number");
    }
}
