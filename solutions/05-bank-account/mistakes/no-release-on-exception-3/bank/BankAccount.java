package bank;

import java.util.concurrent.locks.ReentrantLock;
import java.util.Objects;

/** One transfer at a time, so that nobody else ever holds two accounts; everything else needs only its own account. */
public final class BankAccount {
    private static final ReentrantLock TRANSFERS = new ReentrantLock();
    private long balance;

    public BankAccount(long openingBalance) {
        if (openingBalance < 0) {
            throw new IllegalArgumentException("negative balance");
        }
        balance = openingBalance;
    }

    public synchronized void deposit(long amount) {
        positive(amount);
        balance += amount;
    }

    public synchronized boolean withdraw(long amount) {
        positive(amount);
        boolean enough = balance >= amount;
        if (enough) {
            balance -= amount;
        }
        return enough;
    }

    public synchronized long balance() {
        return balance;
    }

    public boolean transferTo(BankAccount target, long amount) {
        TRANSFERS.lock();
        positive(amount);
        boolean moved = withdraw(amount);
        if (moved) {
            Objects.requireNonNull(target).deposit(amount);
        }
        TRANSFERS.unlock();
        return moved;
    }

    private static void positive(long amount) {
        if (amount <= 0) {
            throw new IllegalArgumentException("amount must be positive");
        }
    }
}
