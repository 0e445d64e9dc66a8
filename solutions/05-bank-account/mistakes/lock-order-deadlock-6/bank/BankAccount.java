package bank;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.Semaphore;

public final class BankAccount {
    private static final AtomicLong IDS = new AtomicLong();
    private final long id = IDS.getAndIncrement();
    private final Semaphore lock = new Semaphore(1);
    private long balance;

    public BankAccount(long openingBalance) {
        if (openingBalance < 0) {
            throw new IllegalArgumentException("negative balance");
        }
        balance = openingBalance;
    }

    public void deposit(long amount) {
        positive(amount);
        lock.acquireUninterruptibly();
        balance += amount;
        lock.release();
    }

    public boolean withdraw(long amount) {
        positive(amount);
        lock.acquireUninterruptibly();
        boolean enough = balance >= amount;
        if (enough) {
            balance -= amount;
        }
        lock.release();
        return enough;
    }

    public long balance() {
        lock.acquireUninterruptibly();
        long seen = balance;
        lock.release();
        return seen;
    }

    public boolean transferTo(BankAccount target, long amount) {
        positive(amount);
        BankAccount first = id < target.id ? this : target;
        BankAccount second = id < target.id ? target : this;
        first.lock.acquireUninterruptibly();
        second.lock.acquireUninterruptibly();
        boolean enough = balance >= amount;
        if (enough) {
            balance -= amount;
            target.balance += amount;
        }
        second.lock.release();
        first.lock.release();
        return enough;
    }

    private static void positive(long amount) {
        if (amount <= 0) {
            throw new IllegalArgumentException("amount must be positive");
        }
    }
}
