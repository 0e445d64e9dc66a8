package bank;

import java.util.concurrent.atomic.AtomicLong;

/**
 * An account that many threads use at once. A balance is never negative, no money appears or vanishes, and no set of
 * transfers ever deadlocks. An amount of 0 or less is refused with {@link IllegalArgumentException} and changes nothing.
 */
public final class BankAccount {

    private static final AtomicLong NUMBERS = new AtomicLong();
    private final long number = NUMBERS.incrementAndGet();

    private long balance;

    /** Opens an account; a negative balance is refused with {@link IllegalArgumentException}. */
    public BankAccount(long openingBalance) {
        if (openingBalance < 0) {
            throw new IllegalArgumentException("negative opening balance: " + openingBalance);
        }
        balance = openingBalance;
    }

    /** Pays in. */
    public synchronized void deposit(long amount) {
        requirePositive(amount);
        balance += amount;
    }

    /** Takes out if the money suffices; otherwise answers false and changes nothing. */
    public synchronized boolean withdraw(long amount) {
        requirePositive(amount);
        if (balance <= amount) {
            return false;
        }
        balance -= amount;
        return true;
    }

    /** Returns the balance. */
    public synchronized long balance() {
        return balance;
    }

    /** Moves money if it suffices, else answers false; to itself it changes nothing and answers whether it would suffice. */
    public boolean transferTo(BankAccount target, long amount) {
        requirePositive(amount);
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

    private static void requirePositive(long amount) {
        if (amount <= 0) {
            throw new IllegalArgumentException("amount must be above 0: " + amount);
        }
    }
}
