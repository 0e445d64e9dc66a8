package bank;

import java.util.Objects;
import java.util.concurrent.locks.StampedLock;

/** Looks under the read lock and upgrades it only to take; a transfer never holds two locks. */
public final class BankAccount {
    private final StampedLock lock = new StampedLock();
    private long balance;

    public BankAccount(long openingBalance) {
        if (openingBalance < 0) {
            throw new IllegalArgumentException("negative balance");
        }
        balance = openingBalance;
    }

    public void deposit(long amount) {
        positive(amount);
        long stamp = lock.writeLock();
        try {
            balance += amount;
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    public boolean withdraw(long amount) {
        positive(amount);
        long stamp = lock.readLock();
        try {
            while (balance >= amount) {
                long upgraded = lock.tryConvertToWriteLock(stamp);
                if (upgraded != 0) {
                    stamp = upgraded;
                    balance -= amount;
                    return true;
                }
                lock.unlockRead(stamp);
                stamp = lock.writeLock();
            }
            return false;
        } finally {
            lock.unlock(stamp);
        }
    }

    public long balance() {
        long stamp = lock.readLock();
        try {
            return balance;
        } finally {
            lock.unlockRead(stamp);
        }
    }

    public boolean transferTo(BankAccount target, long amount) {
        Objects.requireNonNull(target);
        boolean moved = withdraw(amount);
        if (moved) {
            target.deposit(amount);
        }
        return moved;
    }

    private static void positive(long amount) {
        if (amount <= 0) {
            throw new IllegalArgumentException("amount must be positive");
        }
    }
}
