package bank;

public final class BankAccount {
    private final Object in = new Object();
    private final Object out = new Object();
    private long balance;

    public BankAccount(long openingBalance) {
        if (openingBalance < 0) {
            throw new IllegalArgumentException("negative balance");
        }
        balance = openingBalance;
    }

    public void deposit(long amount) {
        positive(amount);
        synchronized (in) {
            balance += amount;
        }
    }

    public boolean withdraw(long amount) {
        positive(amount);
        synchronized (out) {
            if (balance < amount) {
                return false;
            }
            balance -= amount;
            return true;
        }
    }

    public long balance() {
        synchronized (in) {
            return balance;
        }
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
