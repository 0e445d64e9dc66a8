package bank;

/** Never two locks: the money is in neither account for a moment, which the contract leaves open. */
public final class BankAccount {
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
        if (amount > balance) {
            return false;
        }
        balance -= amount;
        return true;
    }

    public synchronized long balance() {
        return balance;
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
