package bank;

/** Never two locks: the money is in neither account for a moment, which the contract leaves open. */
public final class BankAccount {
    private Long balance;

    public BankAccount(long openingBalance) {
        if (openingBalance < 0) {
            throw new IllegalArgumentException("negative balance");
        }
        balance = openingBalance;
    }

    public void deposit(long amount) {
        positive(amount);
        synchronized (balance) {
            balance += amount;
        }
    }

    public boolean withdraw(long amount) {
        positive(amount);
        synchronized (balance) {
            if (amount > balance) {
                return false;
            }
            balance -= amount;
            return true;
        }
    }

    public long balance() {
        synchronized (balance) {
            return balance;
        }
    }

    public boolean transferTo(BankAccount target, long amount) {
        if (target == null) {
            throw new NullPointerException();
        }
        if (target == this) {
            positive(amount);
            return balance() >= amount;
        }
        if (withdraw(amount)) {
            target.deposit(amount);
            return true;
        }
        return false;
    }

    private static void positive(long amount) {
        if (amount <= 0) {
            throw new IllegalArgumentException("amount must be positive");
        }
    }
}
