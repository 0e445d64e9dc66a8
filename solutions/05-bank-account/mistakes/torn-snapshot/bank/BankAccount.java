package bank;

import java.util.concurrent.atomic.AtomicLong;

public final class BankAccount {
    private final AtomicLong paidIn;
    private final AtomicLong takenOut = new AtomicLong();

    public BankAccount(long openingBalance) {
        if (openingBalance < 0) {
            throw new IllegalArgumentException("negative balance");
        }
        paidIn = new AtomicLong(openingBalance);
    }

    public void deposit(long amount) {
        positive(amount);
        paidIn.addAndGet(amount);
    }

    public synchronized boolean withdraw(long amount) {
        positive(amount);
        if (paidIn.get() - takenOut.get() < amount) {
            return false;
        }
        takenOut.addAndGet(amount);
        return true;
    }

    public long balance() {
        return paidIn.get() - takenOut.get();
    }

    public boolean transferTo(BankAccount target, long amount) {
        if (target == null) {
            throw new NullPointerException("target");
        }
        if (!withdraw(amount)) {
            return false;
        }
        target.deposit(amount);
        return true;
    }

    private static void positive(long amount) {
        if (amount <= 0) {
            throw new IllegalArgumentException("amount must be positive");
        }
    }
}
