package bouncer.engine.classics;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.engine.Exploration;
import bouncer.engine.Explorer;
import bouncer.engine.Limits;
import bouncer.engine.Limits.Policy;
import bouncer.engine.Outcome;
import bouncer.engine.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The selectively uniform random walk finds what the books say is wrong, and where orders are rare it beats the plain one. */
class SurwTest {
    private static final int SEEDS = 8;
    private static final Program RARE =
            Program.of(Rare.class, "rareOrder", name -> name.startsWith(Rare.class.getPackageName() + "."));

    private static Exploration walk(Program program, Policy policy, long seed, long executions) {
        return Explorer.explore(
                program, Limits.standard().withPolicy(policy).withSeed(seed).withExecutions(executions));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "petersonSwapped",
                "account",
                "wrongLock",
                "deadlock",
                "philosophers",
                "twoStage",
                "bluetooth",
                "boundedBufferOneCondition"
            })
    void findsWhatIsWrong(String program) {
        Outcome outcome =
                walk(ClassicsTable.program(program), Policy.SURW, 1, 1_000).outcome();
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void theSameSeedWalksTheSame() {
        assertThat(walk(ClassicsTable.program("bluetooth"), Policy.SURW, 7, 1_000)
                        .counts())
                .isEqualTo(walk(ClassicsTable.program("bluetooth"), Policy.SURW, 7, 1_000)
                        .counts());
    }

    /** A short thread among long ones: a walk with equal chances at each step lets it go early, and nearly never late. */
    @Test
    void aRareOrderIsFoundSooner() {
        long surw = 0;
        long random = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            surw += walk(RARE, Policy.SURW, seed, 3_000).counts().executions();
            random += walk(RARE, Policy.RANDOM, seed, 3_000).counts().executions();
        }
        assertThat(surw).isLessThan(random);
    }
}
