package bank;

import static bouncer.checks.Parallel.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.ChecksFor;
import bouncer.checks.Expect;
import bouncer.checks.Explore;
import bouncer.checks.Fault;
import bouncer.checks.IdentityHashes;

/** Accounts in every schedule that matters. Each scenario is small enough to be explored completely. */
@ChecksFor("05-bank-account")
class BankAccountScheduleChecks {
    /** Deposits beside one call: more than the retries of a class that gives up after a fixed number of them. */
    private static final int OVERTAKES = 50;
    /** This and the number before it differ in both halves of a long, which detects writes in two halves. */
    private static final long HIGH = 1L << 32;

    @Explore(
            points = 1,
            title = "A deposit is never lost",
            fault = Fault.LOST_UPDATE,
            hint = "Which steps must other threads never see half done?")
    void tenAndTwentyAtOnceMakeOneHundredAndThirty() {
        BankAccount account = new BankAccount(100);
        inParallel(() -> account.deposit(10), () -> account.deposit(20));
        assertThat(account.balance()).as("100, and +10 and +20 at once").isEqualTo(130);
    }

    @Explore(
            points = 1,
            title = "The same money is not paid out twice",
            fault = Fault.CHECK_THEN_ACT,
            hint = "Asking and taking: is that one step?")
    void theSameMoneyIsNotPaidOutTwice() {
        BankAccount account = new BankAccount(100);
        boolean[] paid = new boolean[2];
        inParallel(
                () -> paid[0] = account.withdraw(70), () -> paid[1] = account.withdraw(60), () -> account.deposit(10));
        assertThat(paid[0] ^ paid[1])
                .withFailMessage(
                        "Of 100, and 10 paid in, %s paid out, 70 and 60: exactly one of them can be",
                        paid[0] ? "both were" : "none was")
                .isTrue();
        assertThat(account.balance()).as("what is left").isEqualTo(paid[0] ? 40 : 50);
    }

    // A class that retries a fixed number of times loses a call if other threads are faster each time.
    @Explore(
            points = 0,
            title = "A call succeeds, however often other threads are faster",
            executions = 600,
            fault = Fault.LOST_UPDATE,
            after = {"tenAndTwentyAtOnceMakeOneHundredAndThirty", "theSameMoneyIsNotPaidOutTwice"})
    void noCallGivesUpWhileOthersAreFaster() {
        BankAccount account = new BankAccount(100);
        boolean[] paid = new boolean[1];
        inParallel(() -> account.deposit(7), () -> paid[0] = account.withdraw(5), () -> {
            for (int i = 0; i < OVERTAKES; i++) {
                account.deposit(1);
            }
        });
        assertThat(paid[0])
                .as("whether 5 of at least 100 were paid out, while other threads are faster again and again")
                .isTrue();
        assertThat(account.balance()).as("100 +7 -5, and %d times 1", OVERTAKES).isEqualTo(102 + OVERTAKES);
    }

    @Explore(points = 1, title = "A refused withdrawal is never visible", fault = Fault.TORN_SNAPSHOT)
    void aRefusedWithdrawalIsNeverSeen() {
        BankAccount account = new BankAccount(50);
        boolean[] paid = new boolean[2];
        long[] seen = new long[1];
        inParallel(
                () -> paid[0] = account.withdraw(70),
                () -> paid[1] = account.withdraw(20),
                () -> seen[0] = account.balance());
        Expect.equal(paid[0], false, Fault.CHECK_THEN_ACT, "Whether 70 of 50 were paid out");
        Expect.equal(paid[1], true, "Whether 20 of 50 were paid out, beside a refused 70");
        Expect.that(
                seen[0] == 50 || seen[0] == 30,
                "A reader saw a balance of %d, which was never there: 50 at first, 30 later",
                seen[0]);
    }

    @Explore(points = 1, title = "balance returns only values that the account had", fault = Fault.TORN_SNAPSHOT)
    void readersSeeOnlyBalancesThatWereThere() {
        BankAccount account = new BankAccount(HIGH - 1);
        long[] seen = new long[2];
        inParallel(
                () -> {
                    // Up, down and up, for classes that keep two sums: whichever is read first, the other changes
                    // before it is read.
                    account.deposit(1);
                    account.withdraw(1);
                    account.deposit(1);
                },
                () -> {
                    seen[0] = account.balance();
                    seen[1] = account.balance();
                });
        Expect.that(
                (seen[0] == HIGH || seen[0] == HIGH - 1) && (seen[1] == HIGH || seen[1] == HIGH - 1),
                "The balance was %d or one less all the time, and a reader saw %d, then %d",
                HIGH,
                seen[0],
                seen[1]);
    }

    @Explore(
            points = 1,
            title = "A thread that sees the money sees what was written before it",
            fault = Fault.UNLOCKED_READ,
            hint = "Is there a read that takes no lock?")
    void visibleMoneyMakesEarlierWritesVisible() {
        BankAccount from = new BankAccount(5);
        BankAccount to = new BankAccount(0);
        // Plain on purpose: only the accounts can make visible what is written here.
        int[] note = new int[2];
        inParallel(
                () -> {
                    note[0] = 1;
                    from.transferTo(to, 5);
                },
                () -> {
                    if (to.withdraw(5)) {
                        assertThat(note[0])
                                .as("written before the transfer whose money was withdrawn")
                                .isEqualTo(1);
                    }
                    note[1] = 1;
                    from.deposit(7);
                },
                () -> {
                    if (from.balance() >= 7) {
                        assertThat(note[1])
                                .as("written before the deposit that was seen")
                                .isEqualTo(1);
                    }
                });
    }

    @Explore(
            points = 1,
            title = "Opposite transfers do not deadlock",
            fault = Fault.LOCK_ORDER_DEADLOCK,
            hint = "In which order are the two locks taken?")
    void oppositeTransfersBothEnd() {
        BankAccount a = new BankAccount(10);
        BankAccount b = new BankAccount(10);
        boolean[] moved = new boolean[2];
        inParallel(() -> moved[0] = a.transferTo(b, 3), () -> moved[1] = b.transferTo(a, 4));
        Expect.that(moved[0] && moved[1], Fault.CHECK_THEN_ACT, "Both accounts had enough, and a transfer was refused");
        assertBalances(a, 11, b, 9);
    }

    @Explore(
            points = 1,
            title = "Accounts with the same identity hash do not deadlock",
            fault = Fault.LOCK_ORDER_DEADLOCK,
            after = "oppositeTransfersBothEnd")
    void noTieBetweenTwoAccountsMakesADeadlock() {
        // Opened at the same time, with the same balance and the same identity hash code.
        IdentityHashes.collide();
        BankAccount[] opened = new BankAccount[2];
        inParallel(() -> opened[0] = new BankAccount(10), () -> opened[1] = new BankAccount(10));
        BankAccount a = opened[0];
        BankAccount b = opened[1];
        inParallel(() -> a.transferTo(b, 3), () -> b.transferTo(a, 3));
        assertBalances(a, 10, b, 10);
    }

    @Explore(
            points = 1,
            title = "All transfers into one account arrive",
            fault = Fault.WRONG_LOCK,
            hint = "Whose lock guards the target's balance?")
    void transfersIntoOneAccountAllArrive() {
        BankAccount from = new BankAccount(10);
        BankAccount other = new BankAccount(10);
        BankAccount to = new BankAccount(0);
        boolean[] done = new boolean[2];
        inParallel(
                () -> done[0] = from.transferTo(to, 10),
                () -> other.transferTo(to, 3),
                () -> done[1] = from.withdraw(10));
        Expect.that(
                done[0] ^ done[1],
                Fault.CHECK_THEN_ACT,
                "Of a transfer of 10 and a withdrawal of 10 exactly one can succeed (transfer: %s, withdrawal: %s)",
                done[0],
                done[1]);
        assertBalances(from, 0, other, 7);
        assertThat(to.balance()).as("the target's balance in the end").isEqualTo(done[0] ? 13 : 3);
    }

    @Explore(points = 1, title = "A refused transfer never makes a balance negative", fault = Fault.TORN_SNAPSHOT)
    void aRefusedTransferNeverMakesABalanceNegative() {
        BankAccount from = new BankAccount(5);
        BankAccount to = new BankAccount(0);
        long[] seen = new long[1];
        inParallel(() -> from.transferTo(to, 9), () -> seen[0] = from.balance(), () -> from.transferTo(to, 4));
        Expect.that(seen[0] >= 0, "A reader saw a balance of %d", seen[0]);
        assertBalances(from, 1, to, 4);
    }

    private static void assertBalances(BankAccount a, long inA, BankAccount b, long inB) {
        Expect.equal(a.balance(), inA, Fault.LOST_UPDATE, "The balance of the first account in the end");
        Expect.equal(b.balance(), inB, Fault.LOST_UPDATE, "The balance of the second account in the end");
    }
}
