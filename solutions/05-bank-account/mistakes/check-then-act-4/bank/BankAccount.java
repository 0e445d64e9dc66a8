package bank;

import java.util.concurrent.atomic.AtomicLong;

/** No lock at all: asking and taking are one compare-and-set. */
public final class BankAccount {
    private final AtomicLong balance;

    public BankAccount(long openingBalance) {
        if (openingBalance < 0) throw new IllegalArgumentException();
        balance = new AtomicLong(openingBalance);
    }

    public void deposit(long amount) {
        positive(amount);
        balance.addAndGet(amount);
    }

    public boolean withdraw(long amount) {
        positive(amount);
        if (balance.addAndGet(-amount) < 0) {
            balance.addAndGet(amount);
            return false;
        }
        return true;
    }

    public long balance() {
        return balance.get();
    }

    public boolean transferTo(BankAccount target, long amount) {
        if (target == null) throw new IllegalArgumentException("target");
        if (!withdraw(amount)) return false;
        target.deposit(amount);
        return true;
    }

    private static void positive(long amount) {
        if (amount <= 0) {
            throw new IllegalArgumentException("amount must be positive");
        }
    }
}
