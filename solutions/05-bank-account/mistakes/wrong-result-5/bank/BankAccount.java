package bank;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

public final class BankAccount {
    private static final AtomicLong IDS = new AtomicLong();
    private final long id = IDS.getAndIncrement();
    private final Lock lock = new ReentrantLock();
    private long balance;

    public BankAccount(long openingBalance) {
        if (openingBalance < 0) {
            throw new IllegalArgumentException("negative balance");
        }
        balance = openingBalance;
    }

    public void deposit(long amount) {
        positive(amount);
        lock.lock();
        try {
            balance += amount;
        } finally {
            lock.unlock();
        }
    }

    public boolean withdraw(long amount) {
        positive(amount);
        lock.lock();
        try {
            if (balance < amount) {
                return false;
            }
            balance -= amount;
            return true;
        } finally {
            lock.unlock();
        }
    }

    public long balance() {
        lock.lock();
        try {
            return balance;
        } finally {
            lock.unlock();
        }
    }

    public boolean transferTo(BankAccount target, long amount) {
        positive(amount);
        Lock outer = id < target.id ? lock : target.lock;
        Lock inner = id < target.id ? target.lock : lock;
        if (!outer.tryLock()) {
            return false;
        }
        try {
            inner.lock();
            try {
                if (balance < amount) {
                    return false;
                }
                balance -= amount;
                target.balance += amount;
                return true;
            } finally {
                inner.unlock();
            }
        } finally {
            outer.unlock();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BankAccount account && account.id == id;
    }

    @Override
    public int hashCode() {
        return 31;
    }

    private static void positive(long amount) {
        if (amount <= 0) {
            throw new IllegalArgumentException("amount must be positive");
        }
    }
}
