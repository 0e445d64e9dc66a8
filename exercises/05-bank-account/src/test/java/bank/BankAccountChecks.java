package bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bouncer.checks.Action;
import bouncer.checks.Actor;
import bouncer.checks.ChecksFor;
import bouncer.checks.Contract;
import bouncer.checks.Expect;
import bouncer.checks.Fault;
import bouncer.checks.Rounds;
import bouncer.checks.Stress;
import java.util.Arrays;

/** What one thread sees of accounts, and what a refused call leaves behind; then the same under contention. */
@ChecksFor("05-bank-account")
class BankAccountChecks {
    /** Rounds under contention, enough to show a race that needs a rare overlap. */
    private static final int ROUNDS = 400;
    /** Calls of each thread in a round: long enough to overlap with the others. */
    private static final int CALLS = 97;

    @Contract(points = 1, title = "Deposits and withdrawals change the balance")
    void paysInAndOut() {
        BankAccount account = new BankAccount(100);
        account.deposit(20);
        assertThat(account.withdraw(50)).as("withdraw 50 of 120").isTrue();
        assertThat(account.withdraw(71)).as("withdraw 71 of 70").isFalse();
        assertThat(account.withdraw(Long.MAX_VALUE))
                .as("withdraw Long.MAX_VALUE of 70")
                .isFalse();
        assertThat(account.balance()).as("the balance after both").isEqualTo(70);
        assertThat(account.withdraw(70)).as("withdraw 70 of 70").isTrue();
        assertThat(account.balance()).isZero();
        account.deposit(5_000_000_000L);
        assertThat(account.withdraw(1_000_000_000L))
                .as("withdraw a billion of five")
                .isTrue();
        assertThat(account.balance()).as("more than an int can hold").isEqualTo(4_000_000_000L);
        BankAccount other = new BankAccount(2);
        account.deposit(5);
        Expect.equal(other.balance(), 2L, Fault.STATIC_SHARED, "A second account, after a deposit to the first");
        Expect.equal(other.withdraw(3), false, Fault.STATIC_SHARED, "Whether an account with 2 paid out 3");
        Expect.equal(account.balance(), 4_000_000_005L, Fault.STATIC_SHARED, "The first account after all this");
    }

    @Contract(points = 1, title = "Bad amounts are refused and change nothing")
    void refusesBadAmountsAndChangesNothing() {
        assertThatThrownBy(() -> new BankAccount(-1))
                .as("opening with -1")
                .isInstanceOf(IllegalArgumentException.class);
        BankAccount account = new BankAccount(10);
        BankAccount other = new BankAccount(0);
        for (long amount : new long[] {0, -1, -11, Long.MIN_VALUE}) {
            assertRefused("deposit", amount, () -> account.deposit(amount));
            assertRefused("withdraw", amount, () -> account.withdraw(amount));
            assertRefused("transferTo another", amount, () -> account.transferTo(other, amount));
            assertRefused("transferTo itself", amount, () -> account.transferTo(account, amount));
        }
        assertThatThrownBy(() -> account.transferTo(null, 1))
                .as("a transfer to null")
                .isInstanceOfAny(NullPointerException.class, IllegalArgumentException.class);
        assertThat(account.balance())
                .as("the balance after nothing but refusals")
                .isEqualTo(10);
        assertThat(other.balance())
                .as("the other's balance after nothing but refusals")
                .isZero();
    }

    @Contract(points = 1, title = "A transfer moves the money, or nothing")
    void transfers() {
        BankAccount from = new BankAccount(10);
        BankAccount to = new BankAccount(5);
        assertThat(from.transferTo(to, 11)).as("a transfer of 11 of 10").isFalse();
        assertThat(from.transferTo(to, Long.MAX_VALUE))
                .as("a transfer of Long.MAX_VALUE of 10")
                .isFalse();
        assertThat(from.balance())
                .as("the balance after a transfer that was refused")
                .isEqualTo(10);
        assertThat(to.balance()).as("the target's balance after it").isEqualTo(5);
        assertThat(from.transferTo(to, 4)).as("a transfer of 4 of 10").isTrue();
        assertThat(from.transferTo(to, 6)).as("a transfer of 6 of 6").isTrue();
        assertThat(from.balance()).isZero();
        assertThat(to.balance()).isEqualTo(15);
        assertThat(to.transferTo(from, 15)).as("and all of it back").isTrue();
        assertThat(from.balance()).isEqualTo(15);
    }

    @Contract(
            points = 1,
            title = "A transfer to the same account changes nothing and returns",
            fault = Fault.LOCK_ORDER_DEADLOCK)
    void aTransferToItselfChangesNothing() {
        BankAccount account = new BankAccount(15);
        Actor<Void> self = Actor.start("T1", () -> {
            Expect.equal(account.transferTo(account, 15), true, Fault.WRONG_RESULT, "15 of 15 to itself");
            Expect.equal(account.transferTo(account, 16), false, Fault.WRONG_RESULT, "16 of 15 to itself");
        });
        self.mustEnd("A transfer to the account itself never returns");
        Expect.equal(account.balance(), 15L, Fault.WRONG_RESULT, "The balance after transfers to itself");
    }

    @Contract(
            points = 1,
            title = "No refused call leaves an account locked",
            fault = Fault.NO_RELEASE_ON_EXCEPTION,
            hint = "What releases a lock when an exception leaves?")
    void everyRefusalLeavesTheAccountFree() {
        BankAccount account = new BankAccount(10);
        BankAccount other = new BankAccount(10);
        Action[] refusals = {
            () -> account.deposit(0),
            () -> account.withdraw(-1),
            () -> account.withdraw(11),
            () -> account.transferTo(other, 0),
            () -> account.transferTo(other, 11),
            () -> account.transferTo(null, 1),
            () -> account.transferTo(account, 0),
            () -> account.transferTo(account, 11),
        };
        for (Action refusal : refusals) {
            Actor.start("T1", () -> swallow(refusal)).join();
            Actor<Void> next = Actor.start("T2", () -> {
                account.deposit(1);
                account.transferTo(other, 1);
                other.transferTo(account, 1);
                account.withdraw(1);
            });
            next.mustEnd("After a refused call the account stays locked");
        }
        assertThat(account.balance()).isEqualTo(10);
        assertThat(other.balance()).isEqualTo(10);
    }

    // ---- The real machine

    @Stress(points = 1, title = "No money appears or disappears under contention", fault = Fault.LOST_UPDATE)
    void theMoneyIsKeptUnderContention() throws Exception {
        Rounds.upTo(ROUNDS).run(round -> {
            BankAccount[] ring = {new BankAccount(300), new BankAccount(200), new BankAccount(100)};
            int threads = Math.max(3, round.threads());
            long[] change = new long[threads];
            round.inParallel(threads, index -> {
                for (int i = 0; i < CALLS; i++) {
                    BankAccount mine = ring[index % 3];
                    // Every second thread transfers to the next account, the others to the one after that.
                    mine.transferTo(ring[(index + 1 + index % 2) % 3], 1 + i % 7);
                    if (mine.withdraw(5)) {
                        change[index] -= 5;
                    }
                    if (i % 2 == 0) {
                        mine.deposit(3);
                        change[index] += 3;
                    }
                    Expect.that(mine.balance() >= 0, Fault.CHECK_THEN_ACT, "A balance was negative");
                }
            });
            long sum = 0;
            for (BankAccount account : ring) {
                Expect.that(account.balance() >= 0, Fault.CHECK_THEN_ACT, "A balance is negative in the end");
                sum += account.balance();
            }
            assertThat(sum)
                    .as("the money in three accounts after transfers both ways round, deposits and withdrawals")
                    .isEqualTo(600 + Arrays.stream(change).sum());
        });
    }

    private static void assertRefused(String what, long amount, Action call) {
        Expect.throwing(IllegalArgumentException.class, Fault.WRONG_RESULT, what + " of " + amount, call);
    }

    private static void swallow(Action refusal) throws Exception {
        try {
            refusal.run();
        } catch (IllegalArgumentException | NullPointerException e) {
            // Other checks decide which calls are refused, and how.
            return;
        }
    }
}
