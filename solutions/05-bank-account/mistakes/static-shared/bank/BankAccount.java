package bank;

/** The whole bank behind one lock: slow under load, and right. */
public final class BankAccount {
    private static final Object BANK = new Object();
    private static long balance;

    public BankAccount(long openingBalance) {
        if (openingBalance < 0) {
            throw new IllegalArgumentException("negative balance");
        }
        balance = openingBalance;
    }

    public void deposit(long amount) {
        positive(amount);
        synchronized (BANK) {
            balance += amount;
        }
    }

    public boolean withdraw(long amount) {
        positive(amount);
        synchronized (BANK) {
            if (balance >= amount) {
                balance -= amount;
                return true;
            }
            return false;
        }
    }

    public long balance() {
        synchronized (BANK) {
            return balance;
        }
    }

    public boolean transferTo(BankAccount target, long amount) {
        positive(amount);
        if (target == null) {
            throw new IllegalArgumentException("no target");
        }
        synchronized (BANK) {
            if (balance < amount) {
                return false;
            }
            balance -= amount;
            balance += amount;
            return true;
        }
    }

    private static void positive(long amount) {
        if (amount <= 0) {
            throw new IllegalArgumentException("amount must be positive");
        }
    }
}
