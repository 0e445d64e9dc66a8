package bank;

import java.util.concurrent.atomic.AtomicLong;

/** One monitor an account; a transfer takes both in the order of the accounts' numbers, so that no cycle can form. */
public final class BankAccount {
    private static final AtomicLong NEXT = new AtomicLong();
    private final long number = NEXT.incrementAndGet();
    private long balance;

    public BankAccount(long openingBalance) {
        if (openingBalance < 0) {
            throw new IllegalArgumentException("negative balance");
        }
        balance = openingBalance;
    }

    public synchronized void deposit(long amount) {
        check(amount);
        balance += amount;
    }

    public synchronized boolean withdraw(long amount) {
        check(amount);
        if (balance < amount) {
            return false;
        }
        balance -= amount;
        return true;
    }

    public synchronized long balance() {
        return balance;
    }

    public boolean transferTo(BankAccount target, long amount) {
        check(amount);
        BankAccount first = number <= target.number ? this : target;
        BankAccount second = first == this ? target : this;
        synchronized (first) {
            synchronized (second) {
                if (!withdraw(amount)) {
                    return false;
                }
                target.deposit(amount);
                return true;
            }
        }
    }

    private static void check(long amount) {
        if (amount <= 0) {
            throw new IllegalArgumentException("amount must be above 0");
        }
    }
}
