package bank;

public final class BankAccount {
    private long balance;

    public BankAccount(long openingBalance) {
        if (openingBalance < 0) {
            throw new IllegalArgumentException("negative balance");
        }
        balance = openingBalance;
    }

    public void deposit(long amount) {
        positive(amount);
        synchronized (new Object()) {
            balance += amount;
        }
    }

    public boolean withdraw(long amount) {
        positive(amount);
        synchronized (new Object()) {
            if (balance < amount) {
                return false;
            }
            balance -= amount;
            return true;
        }
    }

    public long balance() {
        synchronized (new Object()) {
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
