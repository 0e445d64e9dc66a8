package bouncer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Tests the output that is the same on any machine, whatever its load; no test depends on speed. */
class DemoTest {

    @Test
    void processesShareNoMemoryAndThreadsDo() throws Exception {
        assertThat(output("processes"))
                .containsPattern("here the field says +1000")
                .containsPattern("ended with 0; it said 1000")
                .containsPattern("still says +0")
                .contains("died with exit code 3", "exit code 7");
    }

    @Test
    void aRaceIsDrawnFromWhatWasSeen() throws Exception {
        String text = output("race");
        assertThat(text).contains("expected 2,000,100");
        if (!text.contains("none was lost")) {
            assertThat(text).containsPattern("expected 130, found 1[12]0: the deposit of [12]0 is gone");
        }
    }

    @Test
    void noLockThatIsOneLosesAnything() throws Exception {
        assertThat(output("lock").lines().filter(line -> line.matches("  (synchronized|ReentrantLock|AtomicLong) .*")))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).endsWith(" 0"));
    }

    @Test
    void theSemaphoreKeepsTheClubAtFiftyAndThePoolServesEverybody() throws Exception {
        String printed = output("semaphore");
        String text = printed.replaceAll("\\R *", " "); // sentences may be wrapped
        assertThat(text).contains("most at once: 50 of 50 allowed");
        assertThat(text).contains("served   80").contains("lent to two at once: 0 times");
        if (text.contains("H2 takes its place")) {
            System.out.println("PostgreSQL was not tried: "
                    + printed.lines()
                            .filter(line -> line.contains("cannot be started"))
                            .findFirst()
                            .orElse(""));
        } else {
            assertThat(text).contains("sorry, too many clients already", "served   50", "refused  30");
        }
    }

    private static String output(String topic) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            DemoMain.main(new String[] {topic});
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
