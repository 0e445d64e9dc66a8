package bank;

/** Ordered by identity hash; equal hashes take a third lock first. */
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
        synchronized (this) {
            balance += amount;
        }
    }

    public boolean withdraw(long amount) {
        positive(amount);
        synchronized (this) {
            if (balance < amount) {
                return false;
            }
            balance -= amount;
            return true;
        }
    }

    public long balance() {
        synchronized (this) {
            return balance;
        }
    }

    public boolean transferTo(BankAccount target, long amount) {
        positive(amount);
        int mine = System.identityHashCode(this);
        int other = System.identityHashCode(java.util.Objects.requireNonNull(target));
        if (mine < other) {
            synchronized (this) {
                synchronized (target) {
                    return move(target, amount);
                }
            }
        }
        synchronized (target) {
            synchronized (this) {
                return move(target, amount);
            }
        }
    }

    private boolean move(BankAccount target, long amount) {
        if (balance < amount) {
            return false;
        }
        balance -= amount;
        target.balance += amount;
        return true;
    }

    private static void positive(long amount) {
        if (amount <= 0) {
            throw new IllegalArgumentException("amount must be positive");
        }
    }
}
