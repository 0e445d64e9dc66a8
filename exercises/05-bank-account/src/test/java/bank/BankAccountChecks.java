package bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bouncer.checks.api.Action;
import bouncer.checks.api.CheckContext;
import bouncer.checks.api.Contract;
import bouncer.checks.api.Exercise;
import bouncer.checks.api.On;
import bouncer.checks.api.Parallel;
import bouncer.checks.api.Stress;
import bouncer.checks.finding.Coverage;
import bouncer.checks.finding.Fault;
import java.util.concurrent.atomic.AtomicInteger;

@Exercise("05-bank-account")
class BankAccountChecks {
    private static final int ROUNDS = 300;

    @Contract(points = 2)
    void paysInAndOut() {
        BankAccount account = new BankAccount(100);
        account.deposit(20);
        assertThat(account.withdraw(50)).isTrue();
        assertThat(account.withdraw(71)).as("withdraw 71 of 70").isFalse();
        assertThat(account.balance()).isEqualTo(70);
        assertThat(account.withdraw(70)).as("withdraw 70 of 70").isTrue();
        assertThat(account.balance()).isZero();
    }

    @Contract(points = 2)
    void refusesBadAmounts() {
        BankAccount account = new BankAccount(10);
        BankAccount other = new BankAccount(10);
        for (long amount : new long[] {0, -1, Long.MIN_VALUE}) {
            assertThatThrownBy(() -> account.deposit(amount)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> account.withdraw(amount)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> account.transferTo(other, amount)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new BankAccount(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> account.transferTo(null, 1))
                .isInstanceOfAny(NullPointerException.class, IllegalArgumentException.class);
        assertThat(account.balance() + other.balance()).isEqualTo(20);
    }

    @Contract(points = 2)
    void transfers() {
        BankAccount from = new BankAccount(10);
        BankAccount to = new BankAccount(5);
        assertThat(from.transferTo(to, 10)).isTrue();
        assertThat(from.transferTo(to, 1)).as("a transfer of 1 from an empty account").isFalse();
        assertThat(from.balance()).isZero();
        assertThat(to.balance()).isEqualTo(15);
        assertThat(to.transferTo(to, 15)).as("to itself, money suffices").isTrue();
        assertThat(to.transferTo(to, 16)).as("to itself, money does not suffice").isFalse();
        assertThat(to.balance()).isEqualTo(15);
    }

    @Contract(points = 1, fault = Fault.STATIC_SHARED)
    void accountsAreIndependent() {
        BankAccount one = new BankAccount(1);
        BankAccount other = new BankAccount(2);
        one.deposit(5);
        assertThat(other.balance()).isEqualTo(2);
        assertThat(one.balance()).isEqualTo(6);
    }

    @Stress(points = 3, fault = Fault.LOST_UPDATE)
    void noDepositIsLost() throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            BankAccount account = new BankAccount(100);
            Parallel.inParallel(repeat(() -> account.deposit(10)), repeat(() -> account.deposit(20)));
            assertThat(account.balance())
                    .as("100, then +10 and +20 at once, 500 times each (round %d)", round)
                    .isEqualTo(100 + 500 * 30);
        }
        CheckContext.record(new Coverage.Stressed(ROUNDS, 2));
    }

    @Stress(points = 2, fault = Fault.CHECK_THEN_ACT)
    void neverMoreOutThanIn() throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            BankAccount account = new BankAccount(500);
            AtomicInteger out = new AtomicInteger();
            Action taker = repeat(() -> {
                if (account.withdraw(1)) {
                    out.incrementAndGet();
                }
            });
            Parallel.inParallel(taker, taker, taker);
            assertThat(out.get()).as("withdrawals of 1 that succeeded on a balance of 500").isEqualTo(500);
            assertThat(account.balance()).isZero();
        }
        CheckContext.record(new Coverage.Stressed(ROUNDS, 3));
    }

    @Stress(points = 3, fault = Fault.LOCK_ORDER_DEADLOCK, on = {On.PLATFORM})
    void oppositeTransfersEndAndKeepTheMoney() throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            BankAccount a = new BankAccount(1000);
            BankAccount b = new BankAccount(1000);
            BankAccount c = new BankAccount(1000);
            Parallel.inParallel(
                    repeat(() -> a.transferTo(b, 1)),
                    repeat(() -> b.transferTo(a, 2)),
                    repeat(() -> b.transferTo(c, 1)),
                    repeat(() -> c.transferTo(a, 1)));
            assertThat(a.balance() + b.balance() + c.balance())
                    .as("money in all after transfers in a circle")
                    .isEqualTo(3000);
        }
        CheckContext.record(new Coverage.Stressed(ROUNDS, 4));
    }

    private static Action repeat(Runnable step) {
        return () -> {
            for (int i = 0; i < 500; i++) {
                step.run();
            }
        };
    }
}
